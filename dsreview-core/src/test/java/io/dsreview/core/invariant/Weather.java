package io.dsreview.core.invariant;

import io.dsreview.api.access.Actor;
import io.dsreview.api.error.Problem;
import io.dsreview.api.execution.DatasetReference;
import io.dsreview.api.execution.DatasetRevision;
import io.dsreview.api.execution.EffectiveInputs;
import io.dsreview.api.execution.ExecutionTarget;
import io.dsreview.api.execution.HandOffLink;
import io.dsreview.api.execution.InputFingerprint;
import io.dsreview.api.execution.LaunchOutcome;
import io.dsreview.api.execution.LaunchTerms;
import io.dsreview.api.execution.QueryResults;
import io.dsreview.api.execution.SentLaunch;
import io.dsreview.api.execution.SqlLabReference;
import io.dsreview.api.id.EnvironmentId;
import io.dsreview.api.superset.LinkReading;
import io.dsreview.api.superset.RecoveredContext;
import io.dsreview.api.superset.RecoveryMonitor;
import io.dsreview.api.superset.RecoveryProgress;
import io.dsreview.api.superset.SupersetCompilationAdapter;
import io.dsreview.api.superset.SupersetContextExtractor;
import io.dsreview.api.superset.SupersetLink;
import io.dsreview.core.Results;
import io.dsreview.test.superset.SampleContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A Superset that answers at once, and otherwise however a sequence wants it; what it said and was sent is the truth that is checked against. */
final class Weather implements SupersetContextExtractor, SupersetCompilationAdapter {

    static final String LINK = "https://superset.test/superset/dashboard/1/";
    static final String UNSUPPORTED = "https://superset.test/welcome/";

    /** What compiling comes to. */
    enum Compiling {
        COMPILED,
        WITH_A_TEMPLATE_LEFT,
        NOT_CARRIED,
        FAILED,
        BLANK
    }

    /** What launching comes to. */
    enum Launching {
        SUCCEEDED,
        REFUSED,
        RUNNING,
        FAILED,
        UNKNOWN
    }

    /** SQL that arrived, to be run. */
    record Request(EffectiveInputs inputs, String sql, String clientId) {}

    private final Map<InputFingerprint, Set<String>> compiled = new LinkedHashMap<>();
    private final List<Request> requests = new ArrayList<>();
    private final Set<RecoveredContext> told = new LinkedHashSet<>();
    private final Set<String> arrived = new HashSet<>();
    private RecoveredContext context = Contexts.ALL.get(0).build();
    private Compiling compiling = Compiling.COMPILED;
    private Launching launching = Launching.SUCCEEDED;
    private int revision = 1;
    private int texts;

    void shows(RecoveredContext next) {
        context = next;
    }

    void compiles(Compiling next) {
        compiling = next;
    }

    void launches(Launching next) {
        launching = next;
    }

    /** Somebody edits the dataset. */
    void datasetChanges() {
        revision++;
    }

    Compiling compiling() {
        return compiling;
    }

    Launching launching() {
        return launching;
    }

    /** The dataset's revision as it really is. */
    DatasetRevision revision() {
        return DatasetRevision.of(Integer.toString(revision), SampleContext.IDENTITY);
    }

    /** Everything that arrived to be run, oldest first. */
    List<Request> requests() {
        return requests;
    }

    /** Tells whether a text came from here, for exactly these inputs. */
    boolean compiled(InputFingerprint inputs, String sql) {
        return compiled.getOrDefault(inputs, Set.of()).contains(sql);
    }

    /** All contexts that were told, oldest first. */
    Set<RecoveredContext> told() {
        return told;
    }

    @Override
    public LinkReading read(String pastedLink) {
        if (pastedLink.equals(LINK)) {
            return new LinkReading.Supported(context.link());
        }
        return pastedLink.equals(UNSUPPORTED)
                ? new LinkReading.UnsupportedShape(SampleContext.ENVIRONMENT, Results.problem("LINK_UNSUPPORTED"))
                : new LinkReading.Refused(Results.problem("LINK_REFUSED"));
    }

    @Override
    public Optional<String> linkTo(EnvironmentId environment, long dataset) {
        return Optional.of(LINK);
    }

    @Override
    public Optional<Problem> probe(EnvironmentId environment, Actor actor) {
        return Optional.empty();
    }

    @Override
    public Recovery recover(SupersetLink link, Actor actor, RecoveryMonitor monitor) {
        monitor.report(new RecoveryProgress(RecoveryProgress.Stage.DATASETS, 1, 2));
        told.add(context);
        return new Recovery.Recovered(context);
    }

    @Override
    public RevisionReading readRevision(
            EnvironmentId environment, DatasetReference dataset, ExecutionTarget target, Actor actor) {
        return new RevisionReading.Known(revision());
    }

    @Override
    public Compilation compile(EffectiveInputs inputs, Actor actor) {
        return switch (compiling) {
            case COMPILED -> compiled(inputs, "SELECT " + ++texts + " FROM t");
            case WITH_A_TEMPLATE_LEFT -> compiled(inputs, "SELECT '{{ region }}', " + ++texts + " FROM t");
            case BLANK -> new Compilation.Compiled(" ", "fake");
            case FAILED -> new Compilation.Failed(List.of(Results.problem("SUPERSET_SAID_NO")));
            case NOT_CARRIED -> new Compilation.NotCarried(List.of(Results.problem("PREVIEW_INPUT_NOT_CARRIED")));
        };
    }

    private Compilation compiled(EffectiveInputs inputs, String sql) {
        compiled.computeIfAbsent(inputs.fingerprint(), none -> new HashSet<>()).add(sql);
        return new Compilation.Compiled(sql, "fake");
    }

    @Override
    public LaunchTerms terms(EffectiveInputs inputs, String sql, Actor actor) {
        return new LaunchTerms(1_000, false, null);
    }

    @Override
    public LaunchOutcome launch(SentLaunch launch, Actor actor) {
        requests.add(new Request(launch.inputs(), launch.sql(), launch.clientId()));
        arrived.add(launch.clientId());
        return outcome();
    }

    @Override
    public LaunchOutcome lookUp(SentLaunch launch, Actor actor) {
        return arrived.contains(launch.clientId())
                ? outcome()
                : new LaunchOutcome.Unknown(Results.problem("SQL_LAB_NOT_FOUND"));
    }

    @Override
    public LaunchOutcome stop(SentLaunch launch, Actor actor) {
        return arrived.contains(launch.clientId())
                ? new LaunchOutcome.Failed(Results.problem("SQL_LAB_STOPPED"))
                : new LaunchOutcome.Unknown(Results.problem("SQL_LAB_NOT_FOUND"));
    }

    @Override
    public HandOffLink handOffLink(EffectiveInputs inputs, String sql, Actor actor) {
        return new HandOffLink("https://superset.test/sqllab/?dbid=1", true);
    }

    private LaunchOutcome outcome() {
        SqlLabReference reference = new SqlLabReference(requests.size(), "https://superset.test/sqllab/?queryId=1");
        return switch (launching) {
            case SUCCEEDED -> new LaunchOutcome.Succeeded(reference, null, new QueryResults(1, 1_000, false, null));
            case REFUSED -> new LaunchOutcome.Refused(Results.problem("EXECUTION_REFUSED"));
            case RUNNING -> new LaunchOutcome.Running(reference, Results.problem("SQL_LAB_RUNNING"));
            case FAILED -> new LaunchOutcome.Failed(Results.problem("SQL_LAB_SAID_NO"));
            case UNKNOWN -> new LaunchOutcome.Unknown(Results.problem("SQL_LAB_SILENT"));
        };
    }
}
