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
import java.util.HashMap;
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
     * that it did not say before, and that is not what is decided.
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
        Map<FieldId, Set<FieldMeaning>> now = byField(found.stream());
        Map<FieldId, Set<FieldMeaning>> earlier = new HashMap<>();
        before.fields()
                .forEach(field -> earlier.putAll(byField(field.candidates().stream()
                        .filter(candidate -> candidate.provenance().source().equals(source)))));
        for (SemanticField field : after) {
            Set<FieldMeaning> said = now.getOrDefault(field.id(), Set.of());
            boolean news = known.contains(field.id()) || !said.equals(earlier.getOrDefault(field.id(), Set.of()));
            boolean kept = field.locked() || field.decision().isByPerson();
            boolean otherwise = !said.isEmpty()
                    && field.decision().meaning().filter(said::contains).isEmpty();
            if (kept && news && otherwise) {
                list.add(new LeftAlone(field.id(), source, version));
            }
        }
        return list;
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

    private static Map<FieldId, Set<FieldMeaning>> byField(Stream<SemanticCandidate> candidates) {
        return candidates
                .filter(candidate -> candidate.provenance().kind().isTrusted())
                .collect(Collectors.groupingBy(
                        SemanticCandidate::field, Collectors.mapping(SemanticCandidate::meaning, Collectors.toSet())));
    }
}
