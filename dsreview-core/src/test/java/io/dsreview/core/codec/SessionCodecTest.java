package io.dsreview.core.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dsreview.api.access.Actor;
import io.dsreview.api.access.Role;
import io.dsreview.api.canonical.Sha256;
import io.dsreview.api.id.FieldId;
import io.dsreview.api.id.SourceId;
import io.dsreview.api.id.TenantId;
import io.dsreview.api.id.UserId;
import io.dsreview.api.ledger.ChainId;
import io.dsreview.api.ledger.LedgerHead;
import io.dsreview.api.semantic.Endorsement;
import io.dsreview.api.semantic.FieldDecision;
import io.dsreview.api.semantic.FieldMeaning;
import io.dsreview.api.semantic.MatchKind;
import io.dsreview.api.semantic.Place;
import io.dsreview.api.semantic.Provenance;
import io.dsreview.api.semantic.SemanticCandidate;
import io.dsreview.api.semantic.SemanticField;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.api.session.SessionHeader;
import io.dsreview.api.session.SessionStatus;
import io.dsreview.api.store.SessionCommit;
import io.dsreview.api.store.StoredHeader;
import io.dsreview.api.store.StoredPart;
import io.dsreview.api.store.StoredSession;
import io.dsreview.core.World;
import io.dsreview.core.store.InMemoryReviewStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import org.jspecify.annotations.Nullable;

class SessionCodecTest {

    private final SessionCodec codec = new SessionCodec();

    @Property(tries = 300)
    @Tag("exhaustive")
    void RE1_aFreshCoreReadsFromBytesExactlyWhatWasStored(@ForAll long seed) {
        for (AnySession any : List.of(AnySession.full(new Random(seed)), AnySession.sparse(new Random(seed)))) {
            ReviewSession session = withVersion1(any.next());
            SessionHeader header = session.header();
            InMemoryReviewStore store = new InMemoryReviewStore();
            World world = new World(World.oneFilter().build(), store, true);

            assertThat(store.commit(new SessionCommit(
                            0, 0, header(session), codec.changedParts(null, session), List.of(), List.of(), null)))
                    .isTrue();

            Actor owner = new Actor(header.tenant(), header.owner(), Set.of(Role.MAINTAINER));
            ReviewSession read =
                    world.core(true).find(owner, header.id()).orElseThrow().session();
            assertThat(read).isEqualTo(session);
            assertThat(codec.changedParts(null, read)).isEqualTo(codec.changedParts(null, session));
            assertThat(codec.changedParts(session, read)).isEmpty();
        }
    }

    @Example
    void RE1_theGeneratorMakesEveryVariantAndEveryEnumConstantOfASession() {
        AnySession any = AnySession.full(new Random(1));
        for (int i = 0; i < 200; i++) {
            any.next();
        }

        assertThat(any.seen()).containsAll(reachable());
    }

    @Example
    void RE1_theGeneratorLeavesNoComponentAtItsDefault() {
        AnySession any = AnySession.full(new Random(2));
        for (int i = 0; i < 50; i++) {
            assertThat(defaults(any.next(), "session")).isEmpty();
        }
    }

    @Example
    void RE1_aCommandRewritesOnlyThePartsItChanged() {
        ReviewSession session = AnySession.full(new Random(3)).next();

        List<StoredPart> changed = codec.changedParts(session, session.withFindings(List.of()));

        assertThat(changed).extracting(StoredPart::name).containsExactly("findings");
        assertThat(new String(changed.get(0).content(), StandardCharsets.UTF_8)).isEqualTo("{\"v\":1,\"data\":0}");
    }

    @Example
    void RE1_aChangedElementRewritesItsNeighboursAndNoOthers() {
        ReviewSession session = withFields(AnySession.full(new Random(3)).next(), 200);
        List<SemanticField> fields = new ArrayList<>(session.semantics().fields());
        fields.set(70, fields.get(70).withLocked(!fields.get(70).locked()));

        List<StoredPart> changed = codec.changedParts(
                session, session.withSemantics(session.semantics().withFields(fields)));

        assertThat(changed).extracting(StoredPart::name).containsExactly("fields.1");
    }

    @Example
    void RE1_aListThatShrinksAndGrowsComesBackAsItIs() {
        ReviewSession any = AnySession.full(new Random(3)).next();
        Map<String, StoredPart> parts = new LinkedHashMap<>();
        ReviewSession before = null;
        for (int length : List.of(64, 65, 200, 128, 63, 0, 70)) {
            ReviewSession after = withFields(any, length);
            codec.changedParts(before, after).forEach(part -> parts.put(part.name(), part));

            assertThat(codec.read(new StoredSession(header(after), List.copyOf(parts.values()))))
                    .isEqualTo(after);
            before = after;
        }
    }

    @Example
    void RE1_aListIsNotReadWhenAPartHasTooFewElements() {
        ReviewSession session = withFields(AnySession.full(new Random(3)).next(), 70);

        assertThatThrownBy(() -> codec.read(stored(session, "fields.1", text -> "{\"v\":1,\"data\":[]}")))
                .isInstanceOf(UnreadableSessionException.class)
                .hasMessageContaining("the part fields is damaged");
    }

    @Example
    void RE1_aDecisionNamesItsCandidateWhereThatStandsInTheList() {
        ReviewSession any = AnySession.full(new Random(3)).next();
        SemanticCandidate one = candidate("one");
        SemanticCandidate two = candidate("two");
        FieldId id = new FieldId("f");
        SemanticField imported = new SemanticField(id, List.of(one, two), new FieldDecision.Imported(two), false);
        SemanticField accepted =
                imported.withDecision(new FieldDecision.Accepted(one, new UserId("ann"), Instant.EPOCH));
        SemanticField gone = imported.withCandidates(List.of(one));
        ReviewSession session = any.withSemantics(any.semantics().withFields(List.of(imported, accepted, gone)));

        StoredSession stored = stored(session, "fields.0", text -> text);

        assertThat(codec.read(stored)).isEqualTo(session);
        assertThat(stored.parts())
                .filteredOn(part -> part.name().equals("fields.0"))
                .extracting(part -> new String(part.content(), StandardCharsets.UTF_8))
                .allSatisfy(text -> assertThat(text.split("\"two\"", -1)).hasSize(1 + 3))
                .allSatisfy(text -> assertThat(text.split("\"one\"", -1)).hasSize(1 + 3));
    }

    @Example
    void RE1_aDecisionOnACandidateThatIsNotInTheListIsNotGuessedAt() {
        ReviewSession any = AnySession.full(new Random(3)).next();
        SemanticCandidate one = candidate("one");
        ReviewSession session = any.withSemantics(any.semantics()
                .withFields(List.of(
                        new SemanticField(new FieldId("f"), List.of(one), new FieldDecision.Imported(one), false))));

        List<UnaryOperator<String>> damages = List.of(
                text -> text.replace("\"place\":0", "\"place\":1"),
                text -> text.replace("\"place\":0", "\"place\":-1"),
                text -> text.replace("\"place\":0", "\"place\":null"),
                text -> text.replaceFirst("(?<=\"candidates\":\\[)(.*)(?=\\],\"decision\")(.*\"gone\":)null", "$1$2$1"),
                text -> text.replaceFirst("\"decision\":\\{.*\\}\\},", "\"decision\":null,"));
        StoredSession sound = stored(session, "fields.0", text -> text);
        assertThat(codec.read(sound)).isEqualTo(session);
        for (UnaryOperator<String> damage : damages) {
            StoredSession damaged = stored(session, "fields.0", damage);
            assertThat(damaged).isNotEqualTo(sound);
            assertThatThrownBy(() -> codec.read(damaged))
                    .isInstanceOf(UnreadableSessionException.class)
                    .hasMessageContaining("the part fields.0 is damaged");
        }
    }

    @Example
    void RE1_anExportSpeaksOfCandidatesAndNotOfTheirPlaces() {
        SemanticCandidate one = candidate("one");
        SemanticField field = new SemanticField(new FieldId("f"), List.of(one), new FieldDecision.Imported(one), false);

        assertThat(codec.readable(field))
                .containsPattern("\"decision\": \\{\\s+\"is\": \"Imported\",\\s+\"candidate\": \\{")
                .doesNotContain("\"place\": 0");
    }

    private static SemanticCandidate candidate(String name) {
        return new SemanticCandidate(
                new FieldId("f"),
                new FieldMeaning(name, ""),
                Endorsement.NONE,
                new Provenance(
                        new SourceId("s.csv"),
                        Sha256.of("dsreview-test", new byte[0]),
                        MatchKind.EXACT_DICTIONARY,
                        new Place.Line(2)));
    }

    private static ReviewSession withFields(ReviewSession session, int count) {
        return session.withSemantics(session.semantics()
                .withFields(IntStream.range(0, count)
                        .mapToObj(i -> SemanticField.unknown(new FieldId("f" + i)))
                        .toList()));
    }

    @Example
    void RE1_aPartOfANewerFormatIsNotGuessedAt() {
        assertUnreadable(
                text -> text.replaceFirst("\"v\":1", "\"v\":2"),
                "the part %s has format 2; this version of dsreview reads format 1");
    }

    @Example
    void RE1_aPartWithoutAFormatIsNotGuessedAt() {
        assertUnreadable(
                text -> text.replaceFirst("\"v\":1,", ""),
                "the part %s has format 0; this version of dsreview reads format 1");
    }

    @Example
    void RE1_damagedBytesAreNotGuessedAt() {
        assertUnreadable(text -> text.substring(0, text.length() - 1), "the part %s is damaged");
        assertUnreadable(text -> "", "the part %s ");
        assertUnreadable(text -> text + "}", "the part %s is damaged");
        assertUnreadable(text -> "{\"v\":1,\"data\":null}", "the part %s is damaged");
        assertUnreadable(text -> "{\"v\":1,\"data\":\"text\"}", "the part %s is damaged");
        assertUnreadable(text -> "{\"v\":1,\"data\":[{\"unheard\":1}]}", "the part %s is damaged");
    }

    @Example
    void RE1_aPartThatLacksAPropertyIsNotFilledUp() {
        ReviewSession session = AnySession.full(new Random(5)).next();
        StoredSession stored =
                stored(session, "intake", text -> text.replaceFirst("\"pastedLink\":\"(\\\\.|[^\"\\\\])*\",?", ""));

        assertThatThrownBy(() -> codec.read(stored))
                .isInstanceOf(UnreadableSessionException.class)
                .hasMessageContaining("the part intake is damaged");
    }

    @Example
    void RE1_aMissingPartIsNotReplacedByAnEmptyOne() {
        ReviewSession session = AnySession.full(new Random(4)).next();
        List<StoredPart> parts = codec.changedParts(null, session);
        for (StoredPart missing : parts) {
            List<StoredPart> others =
                    parts.stream().filter(part -> !part.equals(missing)).toList();

            assertThatThrownBy(() -> codec.read(new StoredSession(header(session), others)))
                    .isInstanceOf(UnreadableSessionException.class)
                    .hasMessage("The stored session cannot be read: the part " + missing.name()
                            + " is missing. Restore the session from a backup, or read it with the version of dsreview"
                            + " that wrote it.");
        }
    }

    private void assertUnreadable(UnaryOperator<String> damage, String message) {
        ReviewSession session = AnySession.full(new Random(4)).next();
        for (StoredPart part : codec.changedParts(null, session)) {
            assertThatThrownBy(() -> codec.read(stored(session, part.name(), damage)))
                    .as(part.name())
                    .isInstanceOf(UnreadableSessionException.class)
                    .hasMessageContaining(String.format(message, part.name()))
                    .hasMessageContaining("Restore the session from a backup");
        }
    }

    private StoredSession stored(ReviewSession session, String name, UnaryOperator<String> damage) {
        List<StoredPart> parts = codec.changedParts(null, session).stream()
                .map(part -> part.name().equals(name)
                        ? new StoredPart(
                                name,
                                damage.apply(new String(part.content(), StandardCharsets.UTF_8))
                                        .getBytes(StandardCharsets.UTF_8))
                        : part)
                .toList();
        return new StoredSession(header(session), parts);
    }

    private static StoredHeader header(ReviewSession session) {
        return new StoredHeader(
                session.header(), session.intake().environment(), "", null, emptyChain(session.header()), null);
    }

    private static LedgerHead emptyChain(SessionHeader header) {
        return LedgerHead.empty(ChainId.of(new TenantId("acme"), header.id()));
    }

    private static ReviewSession withVersion1(ReviewSession session) {
        SessionHeader header = session.header();
        return session.withHeader(new SessionHeader(
                header.id(),
                header.tenant(),
                header.owner(),
                1,
                header.status() == SessionStatus.DELETED ? SessionStatus.ARCHIVED : header.status(),
                header.archivedFrom(),
                header.createdAt(),
                header.updatedAt()));
    }

    /** Every record class and enum constant that a session can hold, by a walk over the declarations. */
    private static Set<Object> reachable() {
        Set<Class<?>> known = new LinkedHashSet<>();
        List<Type> waiting = new ArrayList<>(List.of(ReviewSession.class));
        Set<Object> result = new LinkedHashSet<>();
        while (!waiting.isEmpty()) {
            Type type = waiting.remove(0);
            if (type instanceof ParameterizedType generic) {
                waiting.addAll(Arrays.asList(generic.getActualTypeArguments()));
            } else if (type instanceof Class<?> plain && known.add(plain)) {
                if (plain.isEnum()) {
                    result.addAll(Arrays.asList(plain.getEnumConstants()));
                } else if (plain.isSealed()) {
                    waiting.addAll(Arrays.asList(plain.getPermittedSubclasses()));
                } else if (plain.isRecord() && !isText(plain)) {
                    result.add(plain);
                    Arrays.stream(plain.getRecordComponents())
                            .map(RecordComponent::getGenericType)
                            .forEach(waiting::add);
                }
            }
        }
        return result;
    }

    private static boolean isText(Class<?> type) {
        return type.getPackageName().equals("io.dsreview.api.id")
                || type.getSimpleName().equals("Sha256");
    }

    /** The paths of all components that are null, empty, zero or false. */
    private static List<String> defaults(@Nullable Object value, String path) {
        List<String> found = new ArrayList<>();
        if (value == null
                || value.equals("")
                || value.equals(false)
                || (value instanceof Number number && number.longValue() == 0)
                || (value instanceof Collection<?> collection && collection.isEmpty())
                || (value instanceof Map<?, ?> map && map.isEmpty())) {
            found.add(path);
        } else if (value instanceof Collection<?> collection) {
            collection.forEach(each -> found.addAll(defaults(each, path + "[]")));
        } else if (value instanceof Map<?, ?> map) {
            map.values().forEach(each -> found.addAll(defaults(each, path + "{}")));
        } else if (value instanceof Record record) {
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                try {
                    found.addAll(defaults(component.getAccessor().invoke(record), path + "." + component.getName()));
                } catch (IllegalAccessException | InvocationTargetException unreadable) {
                    throw new IllegalStateException(path, unreadable);
                }
            }
        }
        return found;
    }
}
