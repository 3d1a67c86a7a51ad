package io.dsreview.core.invariant;

import io.dsreview.api.access.AccessPolicy;
import io.dsreview.api.store.ReviewStore;
import io.dsreview.api.superset.SupersetCompilationAdapter;
import io.dsreview.api.superset.SupersetContextExtractor;
import io.dsreview.core.invariant.Invariant.Rule;
import io.dsreview.core.pipeline.Ports;
import java.util.function.UnaryOperator;

/**
 * Something that breaks one rule. Where a host's own part could break it, that part is wrapped; where only the core's decisions
 * could, what they decided is changed on its way to the store.
 */
enum PlantedFault {
    REVISION_FROM_A_CACHE(
            Rule.LAUNCH_THROUGH_THE_GATE,
            "an adapter that tells a dataset's revision from a cache",
            ports -> with(ports, new BrokenAdapters.CachedRevision(ports.adapter()))),
    EVERYBODY_MAY_LAUNCH(
            Rule.LAUNCH_THROUGH_THE_GATE,
            "a policy that lets everybody launch",
            ports -> with(ports, BrokenAdapters.everybodyMayLaunch(ports.policy()))),
    SENT_TWICE(
            Rule.LAUNCH_THROUGH_THE_GATE,
            "a launcher that sends everything twice",
            ports -> with(ports, new BrokenAdapters.SendingTwice(ports.adapter()))),
    STILL_APPROVED(
            Rule.LAUNCH_THROUGH_THE_GATE,
            "decisions that let an approval stand when the content changes",
            ports -> decisions(ports, BrokenDecisions::stillApproved)),
    LOSS_UNSAID(
            Rule.LAUNCH_THROUGH_THE_GATE,
            "decisions that approve what loses something on its way, unasked",
            ports -> decisions(ports, BrokenDecisions::lossApproved)),
    POINTER_LAGS(
            Rule.ONE_ACTIVE_QUESTION,
            "a store whose column of the active question lags a commit behind",
            ports -> with(ports, new BrokenStores.PointerLags(ports.store()))),
    ASKED_DURING_A_PAUSE(
            Rule.ONE_ACTIVE_QUESTION,
            "decisions that go on asking during a pause",
            ports -> decisions(ports, BrokenDecisions::askedDuringAPause)),
    POINTER_MOVES_WITH_THE_ANSWER(
            Rule.ANSWER_BEFORE_POINTER,
            "decisions that move on to the next question with the commit that stores the answer",
            ports -> decisions(ports, BrokenDecisions::movedOn)),
    SUMMARY_FORGETS(
            Rule.ANSWER_BEFORE_POINTER,
            "decisions after which the summary of a clarification begins anew with every answer",
            ports -> decisions(ports, BrokenDecisions::roundBegunAnew)),
    IMPORT_REPLACES(
            Rule.PERSONS_DECISIONS_STAY,
            "an import that decides locked and hand-written fields too",
            ports -> decisions(ports, BrokenDecisions::imported)),
    DORMANT_FORGOTTEN(
            Rule.PERSONS_DECISIONS_STAY,
            "decisions that forget what was said of a mapping once it is not possible",
            ports -> decisions(ports, BrokenDecisions::withoutDormant)),
    NEWEST_FIRST(
            Rule.CANDIDATES_IN_ORDER,
            "a ranking turned round",
            ports -> decisions(ports, BrokenDecisions::rankedTheOtherWayRound)),
    ALL_RECOVERED(
            Rule.PARTIAL_IS_VISIBLE,
            "an extractor that calls everything recovered",
            ports -> with(ports, new BrokenAdapters.GlossingOver(ports.extractor()))),
    LIMIT_ADDED(
            Rule.SQL_FROM_SUPERSET,
            "an adapter that adds a limit to what Superset compiled",
            ports -> with(ports, new BrokenAdapters.AddingALimit(ports.adapter()))),
    OWNER_FORGOTTEN(
            Rule.OUT_OF_REACH,
            "a policy that opens the tenant's sessions to all its users",
            ports -> with(ports, BrokenAdapters.wholeTenant(ports.policy()))),
    LIST_WITHOUT_SCOPE(
            Rule.OUT_OF_REACH,
            "a store that lists one tenant's sessions to another",
            ports -> with(ports, new BrokenStores.ListsAnothersSessions(ports.store()))),
    KEPT_WHEN_DELETED(
            Rule.OUT_OF_REACH,
            "a store that keeps the content of what was deleted",
            ports -> with(ports, new BrokenStores.KeepsWhatWasDeleted(ports.store()))),
    LEDGER_CUT(
            Rule.HISTORY_STAYS,
            "a store that keeps the first eight entries of a ledger",
            ports -> with(ports, new BrokenStores.CutsTheLedger(ports.store()))),
    RUN_CONTEXT_FOLLOWS(
            Rule.HISTORY_STAYS,
            "run contexts that follow the session's present version",
            ports -> decisions(ports, BrokenDecisions::runContextFollows)),
    VERSION_UNCHECKED(
            Rule.ONE_WRITER,
            "a store that takes a commit whatever version it was built on",
            ports -> with(ports, new BrokenStores.TakesAnyVersion(ports.store()))),
    KEYS_FORGOTTEN(
            Rule.ONE_WRITER,
            "a store that keeps no outcomes",
            ports -> with(ports, new BrokenStores.KeepsNoOutcomes(ports.store()))),
    PROGRESS_DECIDES(
            Rule.ONE_WRITER,
            "reports of progress that end the recovery",
            ports -> decisions(ports, BrokenDecisions::endedByAReport));

    private final Rule rule;
    private final String words;

    @SuppressWarnings("ImmutableEnumChecker") // functions without state
    private final UnaryOperator<Ports> plant;

    PlantedFault(Rule rule, String words, UnaryOperator<Ports> plant) {
        this.rule = rule;
        this.words = words;
        this.plant = plant;
    }

    Rule rule() {
        return rule;
    }

    String words() {
        return words;
    }

    UnaryOperator<Ports> plant() {
        return plant;
    }

    private static Ports decisions(Ports ports, Tampering.Decided decided) {
        return with(ports, Tampering.decisions(ports.store(), decided));
    }

    static Ports with(Ports ports, ReviewStore store) {
        return with(ports, store, ports.extractor(), ports.adapter(), ports.policy());
    }

    private static Ports with(Ports ports, SupersetCompilationAdapter adapter) {
        return with(ports, ports.store(), ports.extractor(), adapter, ports.policy());
    }

    private static Ports with(Ports ports, SupersetContextExtractor extractor) {
        return with(ports, ports.store(), extractor, ports.adapter(), ports.policy());
    }

    private static Ports with(Ports ports, AccessPolicy policy) {
        return with(ports, ports.store(), ports.extractor(), ports.adapter(), policy);
    }

    private static Ports with(
            Ports ports,
            ReviewStore store,
            SupersetContextExtractor extractor,
            SupersetCompilationAdapter adapter,
            AccessPolicy policy) {
        return new Ports(
                store,
                extractor,
                adapter,
                ports.resolver(),
                policy,
                ports.features(),
                ports.listener(),
                ports.anchors(),
                ports.seams(),
                ports.work());
    }
}
