package io.dsreview.api.session;

import io.dsreview.api.finding.FindingTarget;
import io.dsreview.api.id.FieldId;
import io.dsreview.api.id.FilterId;
import io.dsreview.api.id.VariableId;
import io.dsreview.api.mapping.FilterOrigin;
import io.dsreview.api.mapping.VariableKind;
import io.dsreview.api.semantic.FieldMeaning;
import io.dsreview.api.superset.RecoveredDataset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known about the dataset under review: its fields, filters and variables, how far each can be relied on, and what
 * is missing. Computed from the session, never stored, so that it cannot contradict it; there from the moment that a
 * recovery ended, without anybody doing anything. {@link ProfileText} puts it into words.
 *
 * @param dataset the dataset, or null until it is known
 * @param fields its fields, in its order; copied
 * @param filters the filters of the link, in its order; copied
 * @param variables the variables that its templates ask for and that take a value; copied
 * @param missing what is missing, what keeps the launch gate closed first; copied
 */
public record DatasetProfile(
        @Nullable RecoveredDataset dataset,
        List<Field> fields,
        List<Filter> filters,
        List<Variable> variables,
        List<Missing> missing) {

    /** Copies the lists. */
    public DatasetProfile {
        fields = List.copyOf(fields);
        filters = List.copyOf(filters);
        variables = List.copyOf(variables);
        missing = List.copyOf(missing);
    }

    /** How far something can be relied on, the most first. */
    public enum Trust {
        /** A person decided or approved it. */
        PERSON,
        /** A source that the host trusts says so, and no other one of its rank disagrees. */
        SOURCE,
        /** It is proposed, or sources disagree; nobody stands for it yet. */
        PROPOSED,
        /** Nothing is known. */
        NONE
    }

    /**
     * A field.
     *
     * @param id the field
     * @param type the database's type, or null where Superset does not know it, or no longer has the field
     * @param meaning what it means, or null while that is not decided
     * @param trust how far that can be relied on
     * @param locked true if nothing but an unlock by a person changes it
     */
    public record Field(
            FieldId id, @Nullable String type, @Nullable FieldMeaning meaning, Trust trust, boolean locked) {}

    /**
     * A filter.
     *
     * @param id the filter
     * @param name its name; text from Superset
     * @param origin where its value came from
     * @param mappings how many ways it has into the query
     * @param trust PERSON if all of these are approved, PROPOSED if some are not, NONE if there are none
     */
    public record Filter(FilterId id, String name, FilterOrigin origin, int mappings, Trust trust) {}

    /**
     * A variable.
     *
     * @param id the variable
     * @param kind how its value gets to the template
     * @param required true if the template cannot do without
     * @param trust PERSON if a person stands for its value, PROPOSED if there is one, NONE if there is none
     */
    public record Variable(VariableId id, VariableKind kind, boolean required, Trust trust) {}

    /**
     * Something that is missing.
     *
     * @param target what sort of thing it belongs to
     * @param id which one: a field, filter or variable, or an item of the recovery; {@code dataset} for the dataset itself
     * @param blocking true if nothing can be launched without it
     */
    public record Missing(FindingTarget target, String id, boolean blocking) {}

    /**
     * Counts fields.
     *
     * @param trust how far they can be relied on
     * @return how many there are
     */
    public long fields(Trust trust) {
        return fields.stream().filter(field -> field.trust() == trust).count();
    }
}
