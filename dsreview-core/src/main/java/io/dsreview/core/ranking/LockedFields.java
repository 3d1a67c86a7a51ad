package io.dsreview.core.ranking;

import io.dsreview.api.canonical.Sha256;
import io.dsreview.api.id.FieldId;
import io.dsreview.api.id.SourceId;
import io.dsreview.api.semantic.FieldMeaning;
import io.dsreview.api.semantic.SemanticCandidate;
import io.dsreview.api.semantic.SemanticField;
import io.dsreview.api.session.Semantics;
import io.dsreview.api.session.Semantics.LeftAlone;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lists the fields whose decision a new version of a source left alone, because of a lock or a person. */
public final class LockedFields {

    private LockedFields() {}

    /**
     * Brings the list up to date after a source was applied. A field is on it if the source says of exactly that name something
     * that it did not say before, and that is not what is decided; or if it no longer says what was decided by its word.
     *
     * @param before what was known before
     * @param source the source
     * @param version hash of what it says now
     * @param found what it says now
     * @param after the fields as they are now
     * @return the list, in the order of the fields for this source
     */
    public static List<LeftAlone> after(
            Semantics before,
            SourceId source,
            Sha256 version,
            List<SemanticCandidate> found,
            List<SemanticField> after) {
        Set<FieldId> known = new HashSet<>();
        List<LeftAlone> list = new ArrayList<>();
        for (LeftAlone each : before.leftAlone()) {
            if (each.source().equals(source)) {
                known.add(each.field());
            } else {
                list.add(each);
            }
        }
        Map<FieldId, List<SemanticCandidate>> now = byField(found.stream());
        Map<FieldId, List<SemanticCandidate>> earlier = byField(before.fields().stream()
                .flatMap(field -> field.candidates().stream())
                .filter(candidate -> candidate.provenance().source().equals(source)));
        for (SemanticField field : after) {
            boolean kept = field.locked() || field.decision().isByPerson();
            List<SemanticCandidate> says = now.getOrDefault(field.id(), List.of());
            List<SemanticCandidate> said = earlier.getOrDefault(field.id(), List.of());
            boolean isListed = known.contains(field.id());
            boolean isByIt = field.decision()
                    .basis()
                    .filter(basis -> basis.provenance().source().equals(source))
                    .isPresent();
            if (kept
                    && (contradicts(field, says, said, isListed)
                            || (isByIt && tookBack(field, says, said, isListed)))) {
                list.add(new LeftAlone(field.id(), source, version));
            }
        }
        return list;
    }

    private static boolean contradicts(
            SemanticField field, List<SemanticCandidate> says, List<SemanticCandidate> said, boolean isListed) {
        Set<FieldMeaning> exactly = exactly(says);
        return !exactly.isEmpty()
                && (isListed || !exactly.equals(exactly(said)))
                && field.decision().meaning().filter(exactly::contains).isEmpty();
    }

    private static boolean tookBack(
            SemanticField field, List<SemanticCandidate> says, List<SemanticCandidate> said, boolean isListed) {
        return field.decision()
                .basis()
                .map(SemanticCandidate::meaning)
                .filter(decided -> isListed || means(said, decided))
                .filter(decided -> !means(says, decided))
                .isPresent();
    }

    private static boolean means(List<SemanticCandidate> candidates, FieldMeaning meaning) {
        return candidates.stream().map(SemanticCandidate::meaning).anyMatch(meaning::equals);
    }

    /**
     * Takes fields off the list: a person looked at them again.
     *
     * @param semantics what is known
     * @param fields the fields
     * @return the same without these fields on the list
     */
    public static Semantics decided(Semantics semantics, Set<FieldId> fields) {
        List<LeftAlone> left = semantics.leftAlone().stream()
                .filter(each -> !fields.contains(each.field()))
                .toList();
        return new Semantics(semantics.fields(), semantics.sources(), semantics.rejectedSource(), left);
    }

    /**
     * Takes a source off the list: it says nothing any more.
     *
     * @param leftAlone the list
     * @param source the source
     * @return the list without it
     */
    public static List<LeftAlone> without(List<LeftAlone> leftAlone, SourceId source) {
        return leftAlone.stream().filter(each -> !each.source().equals(source)).toList();
    }

    private static Set<FieldMeaning> exactly(List<SemanticCandidate> candidates) {
        return candidates.stream()
                .filter(candidate -> candidate.provenance().kind().isTrusted())
                .map(SemanticCandidate::meaning)
                .collect(Collectors.toSet());
    }

    private static Map<FieldId, List<SemanticCandidate>> byField(Stream<SemanticCandidate> candidates) {
        return candidates.collect(Collectors.groupingBy(SemanticCandidate::field));
    }
}
