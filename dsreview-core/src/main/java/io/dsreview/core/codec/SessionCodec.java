package io.dsreview.core.codec;

import io.dsreview.api.canonical.JsonText;
import io.dsreview.api.canonical.Sha256;
import io.dsreview.api.clarification.ClarificationState;
import io.dsreview.api.command.ReviewCommand;
import io.dsreview.api.feedback.Feedback;
import io.dsreview.api.finding.Finding;
import io.dsreview.api.mapping.ExecutionMapping;
import io.dsreview.api.mapping.VariableValue;
import io.dsreview.api.semantic.SemanticField;
import io.dsreview.api.session.Execution;
import io.dsreview.api.session.Intake;
import io.dsreview.api.session.Recovery;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.api.session.Semantics;
import io.dsreview.api.store.StoredPart;
import io.dsreview.api.store.StoredSession;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.type.TypeReference;
import tools.jackson.core.util.ByteArrayBuilder;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes sessions as bytes and reads them back. Each part of the aggregate is a document of its own, with the version of
 * its format, so that a command rewrites only what it changed. Thread-safe.
 */
public final class SessionCodec {

    /** Version of the format of every part. A newer one is refused, never guessed at. */
    static final int FORMAT = 1;

    private static final String COMMAND_TAG = "dsreview-command-v1";

    private static final List<Part<?>> PARTS = List.of(
            new Part<>("intake", new TypeReference<Intake>() {}, ReviewSession::intake),
            new Part<>("recovery", new TypeReference<Recovery>() {}, ReviewSession::recovery),
            new Part<>("semantics", new TypeReference<Semantics>() {}, session -> session.semantics()
                    .withFields(List.of())),
            new Part<>("values", new TypeReference<List<VariableValue>>() {}, ReviewSession::values),
            new Part<>("clarification", new TypeReference<ClarificationState>() {}, ReviewSession::clarification),
            new Part<>("execution", new TypeReference<Execution>() {}, ReviewSession::execution),
            new Part<>("feedback", new TypeReference<List<Feedback>>() {}, ReviewSession::feedback));

    private static final List<PartedList<?>> LISTS = List.of(
            new PartedList<>("fields", new TypeReference<List<SemanticField>>() {}, session -> session.semantics()
                    .fields()),
            new PartedList<>("mappings", new TypeReference<List<ExecutionMapping>>() {}, ReviewSession::mappings),
            new PartedList<>("findings", new TypeReference<List<Finding>>() {}, ReviewSession::findings));

    private record Part<T>(String name, TypeReference<T> type, Function<ReviewSession, T> of) {}

    /** A list that grows with the dataset: how long it is in one part, and its elements in as many as it takes. */
    private record PartedList<T>(String name, TypeReference<List<T>> type, Function<ReviewSession, List<T>> of) {

        /** Elements of a part. Fewer make more parts, more make a part that is rewritten for one of them larger. */
        static final int LENGTH = 64;

        String name(int index) {
            return name + "." + index;
        }

        static int count(int elements) {
            return (elements + LENGTH - 1) / LENGTH;
        }

        static <T> List<T> slice(List<T> all, int index) {
            int from = Math.min(index * LENGTH, all.size());
            return all.subList(from, Math.min(from + LENGTH, all.size()));
        }
    }

    private final JsonMapper json = ReviewJson.mapper();

    /**
     * Writes the parts that differ.
     *
     * @param before the session as it is stored, or null if it is not
     * @param after the session to store
     * @return the parts to store
     */
    public List<StoredPart> changedParts(@Nullable ReviewSession before, ReviewSession after) {
        List<StoredPart> changed = new ArrayList<>();
        for (Part<?> part : PARTS) {
            Object next = part.of().apply(after);
            if (before == null || !Objects.equals(part.of().apply(before), next)) {
                changed.add(stored(part.name(), next));
            }
        }
        LISTS.forEach(list -> changed.addAll(changedParts(list, before, after)));
        return changed;
    }

    private <T> List<StoredPart> changedParts(PartedList<T> list, @Nullable ReviewSession before, ReviewSession after) {
        List<StoredPart> changed = new ArrayList<>();
        List<T> known = before == null ? List.of() : list.of().apply(before);
        List<T> next = list.of().apply(after);
        if (before == null || known.size() != next.size()) {
            changed.add(stored(list.name(), next.size()));
        }
        for (int i = 0; i < PartedList.count(next.size()); i++) {
            List<T> slice = PartedList.slice(next, i);
            if (!slice.equals(PartedList.slice(known, i))) {
                changed.add(stored(list.name(i), slice));
            }
        }
        return changed;
    }

    /**
     * Reads a session.
     *
     * @param stored the session as it is stored
     * @return the session, identical to the one that was written
     * @throws UnreadableSessionException if a part is missing, damaged, or of a newer format
     */
    public ReviewSession read(StoredSession stored) {
        Map<String, StoredPart> parts = new LinkedHashMap<>();
        stored.parts().forEach(part -> parts.put(part.name(), part));
        return new ReviewSession(
                stored.header().session(),
                read(parts, 0, Intake.class),
                read(parts, 1, Recovery.class),
                read(parts, 2, Semantics.class).withFields(list(parts, 0, SemanticField.class)),
                elements((List<?>) read(parts, PARTS.get(3).name(), PARTS.get(3).type()), VariableValue.class),
                list(parts, 1, ExecutionMapping.class),
                list(parts, 2, Finding.class),
                read(parts, 4, ClarificationState.class),
                read(parts, 5, Execution.class),
                elements((List<?>) read(parts, PARTS.get(6).name(), PARTS.get(6).type()), Feedback.class));
    }

    /**
     * Hashes a command, to tell a repetition from another command under the same idempotency key.
     *
     * @param command the command
     * @return the same hash for commands that differ in nothing but the expected version and the key
     */
    public Sha256 hash(ReviewCommand command) {
        byte[] name = (command.getClass().getSimpleName() + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] body = json.writeValueAsBytes(withoutVersionAndKey(json.valueToTree(command)));
        byte[] all = new byte[name.length + body.length];
        System.arraycopy(name, 0, all, 0, name.length);
        System.arraycopy(body, 0, all, name.length, body.length);
        return Sha256.of(COMMAND_TAG, all);
    }

    /** A command that is repeated after a reload names another version; it is the same command all the same. */
    private static JsonNode withoutVersionAndKey(JsonNode command) {
        if (command instanceof ObjectNode fields) {
            fields.remove("key");
            if (fields.path("context") instanceof ObjectNode context) {
                context.remove(List.of("key", "expectedVersion"));
            }
        }
        return command;
    }

    /**
     * Writes anything of the session's model as plain JSON values, for an export.
     *
     * @param value the value
     * @return maps, lists, strings, numbers, booleans and nulls
     */
    public @Nullable Object plain(Object value) {
        return JsonText.parse(json.writeValueAsString(value));
    }

    private StoredPart stored(String name, Object data) {
        try (ByteArrayBuilder bytes = new ByteArrayBuilder();
                JsonGenerator generator = json.createGenerator(bytes)) {
            generator.writeStartObject().writeNumberProperty("v", FORMAT).writeName("data");
            json.writeValue(generator, data);
            generator.writeEndObject().flush();
            return new StoredPart(name, bytes.toByteArray());
        }
    }

    private <T> T read(Map<String, StoredPart> parts, int index, Class<T> type) {
        return type.cast(read(parts, PARTS.get(index).name(), PARTS.get(index).type()));
    }

    private <T> List<T> list(Map<String, StoredPart> parts, int index, Class<T> element) {
        PartedList<?> list = LISTS.get(index);
        int size = (Integer) read(parts, list.name(), new TypeReference<Integer>() {});
        List<T> result = new ArrayList<>();
        for (int i = 0; i < PartedList.count(size); i++) {
            result.addAll(elements((List<?>) read(parts, list.name(i), list.type()), element));
        }
        if (result.size() != size) {
            throw new UnreadableSessionException("the part " + list.name() + " is damaged");
        }
        return result;
    }

    private static <T> List<T> elements(List<?> read, Class<T> element) {
        return read.stream().<T>map(element::cast).toList();
    }

    private Object read(Map<String, StoredPart> parts, String name, TypeReference<?> type) {
        StoredPart stored = parts.get(name);
        if (stored == null) {
            throw new UnreadableSessionException("the part " + name + " is missing");
        }
        try (JsonParser parser = json.createParser(stored.content())) {
            parser.nextToken();
            boolean versioned = "v".equals(parser.nextName());
            int format = versioned ? parser.nextIntValue(0) : 0;
            if (format != FORMAT) {
                throw new UnreadableSessionException("the part " + name + " has format " + format
                        + "; this version of dsreview reads format " + FORMAT);
            }
            boolean sound = "data".equals(parser.nextName()) && parser.nextToken() != null;
            Object value = sound
                    ? json.readerFor(type)
                            .without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                            .readValue(parser)
                    : null;
            if (parser.nextToken() != JsonToken.END_OBJECT || parser.nextToken() != null) {
                value = null;
            }
            return Objects.requireNonNull(value);
        } catch (JacksonException | IllegalArgumentException | NullPointerException damaged) {
            throw new UnreadableSessionException("the part " + name + " is damaged");
        }
    }
}
