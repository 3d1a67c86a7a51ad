package io.dsreview.core.codec;

import io.dsreview.api.canonical.Sha256;
import io.dsreview.api.clarification.ClarificationState;
import io.dsreview.api.command.ReviewCommand;
import io.dsreview.api.execution.CompiledPreview;
import io.dsreview.api.execution.LaunchAttempt;
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
import tools.jackson.databind.ObjectReader;
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

    private static final JsonMapper JSON = ReviewJson.stored();

    private static final ObjectReader LENGTH = readerOf(new TypeReference<Integer>() {});

    private static final List<Part<?>> PARTS = List.of(
            new Part<>("intake", new TypeReference<Intake>() {}, ReviewSession::intake),
            new Part<>("recovery", new TypeReference<Recovery>() {}, ReviewSession::recovery),
            new Part<>("semantics", new TypeReference<Semantics>() {}, session -> session.semantics()
                    .withFields(List.of())),
            new Part<>("values", new TypeReference<List<VariableValue>>() {}, ReviewSession::values),
            new Part<>("clarification", new TypeReference<ClarificationState>() {}, ReviewSession::clarification),
            new Part<>(
                    "execution",
                    new TypeReference<Execution>() {},
                    session -> execution(session.execution(), List.of(), List.of())),
            new Part<>("feedback", new TypeReference<List<Feedback>>() {}, ReviewSession::feedback));

    /** Elements of a part where they are small and come in as many as the dataset has. */
    private static final int MANY = 64;

    /** Those that grow with the dataset; and those of which each element carries what the dataset had, and stays as it is. */
    private static final List<PartedList<?>> LISTS = List.of(
            new PartedList<>("fields", MANY, new TypeReference<List<SemanticField>>() {}, session -> session.semantics()
                    .fields()),
            new PartedList<>("mappings", MANY, new TypeReference<List<ExecutionMapping>>() {}, ReviewSession::mappings),
            new PartedList<>("findings", MANY, new TypeReference<List<Finding>>() {}, ReviewSession::findings),
            new PartedList<>(
                    "previews", 1, new TypeReference<List<CompiledPreview>>() {}, session -> session.execution()
                            .previews()),
            new PartedList<>("launches", 1, new TypeReference<List<LaunchAttempt>>() {}, session -> session.execution()
                    .launches()),
            new PartedList<>("dormant", MANY, new TypeReference<List<ExecutionMapping>>() {}, ReviewSession::dormant));

    private record Part<T>(String name, ObjectReader reader, Function<ReviewSession, T> of) {

        Part(String name, TypeReference<T> type, Function<ReviewSession, T> of) {
            this(name, readerOf(type), of);
        }
    }

    /**
     * A list that grows: how long it is in one part, and its elements in as many as it takes.
     *
     * @param length elements of a part: fewer make more parts, more make a part that is rewritten for one of them larger
     */
    private record PartedList<T>(String name, int length, ObjectReader reader, Function<ReviewSession, List<T>> of) {

        PartedList(String name, int length, TypeReference<List<T>> type, Function<ReviewSession, List<T>> of) {
            this(name, length, readerOf(type), of);
        }

        String name(int index) {
            return name + "." + index;
        }

        int count(int elements) {
            return (elements + length - 1) / length;
        }

        List<T> slice(List<T> all, int index) {
            int from = Math.min(index * length, all.size());
            return all.subList(from, Math.min(from + length, all.size()));
        }
    }

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
        for (int i = 0; i < list.count(next.size()); i++) {
            List<T> slice = list.slice(next, i);
            if (!slice.equals(list.slice(known, i))) {
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
                elements((List<?>) read(parts, PARTS.get(3).name(), PARTS.get(3).reader()), VariableValue.class),
                list(parts, 1, ExecutionMapping.class),
                list(parts, 5, ExecutionMapping.class),
                list(parts, 2, Finding.class),
                read(parts, 4, ClarificationState.class),
                execution(
                        read(parts, 5, Execution.class),
                        list(parts, 3, CompiledPreview.class),
                        list(parts, 4, LaunchAttempt.class)),
                elements((List<?>) read(parts, PARTS.get(6).name(), PARTS.get(6).reader()), Feedback.class));
    }

    /**
     * Hashes a command, to tell a repetition from another command under the same idempotency key.
     *
     * @param command the command
     * @return the same hash for commands that differ in nothing but the expected version and the key
     */
    public Sha256 hash(ReviewCommand command) {
        byte[] name = (command.getClass().getSimpleName() + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] body = JSON.writeValueAsBytes(withoutVersionAndKey(JSON.valueToTree(command)));
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
     * Writes anything of the session's model for people to read, for an export.
     *
     * @param value the value
     * @return JSON text, as {@link io.dsreview.api.canonical.JsonText#pretty} lays it out
     */
    public String readable(Object value) {
        return ReadableJson.of(value);
    }

    private StoredPart stored(String name, Object data) {
        try (ByteArrayBuilder bytes = new ByteArrayBuilder();
                JsonGenerator generator = JSON.createGenerator(bytes)) {
            generator.writeStartObject().writeNumberProperty("v", FORMAT).writeName("data");
            JSON.writeValue(generator, data);
            generator.writeEndObject().flush();
            return new StoredPart(name, bytes.toByteArray());
        }
    }

    private static Execution execution(
            Execution execution, List<CompiledPreview> previews, List<LaunchAttempt> launches) {
        return new Execution(execution.target(), execution.revision(), previews, launches);
    }

    private <T> T read(Map<String, StoredPart> parts, int index, Class<T> type) {
        return type.cast(read(parts, PARTS.get(index).name(), PARTS.get(index).reader()));
    }

    private <T> List<T> list(Map<String, StoredPart> parts, int index, Class<T> element) {
        PartedList<?> list = LISTS.get(index);
        int size = (Integer) read(parts, list.name(), LENGTH);
        List<T> result = new ArrayList<>();
        for (int i = 0; i < list.count(size); i++) {
            result.addAll(elements((List<?>) read(parts, list.name(i), list.reader()), element));
        }
        if (result.size() != size) {
            throw new UnreadableSessionException("the part " + list.name() + " is damaged");
        }
        return result;
    }

    private static <T> List<T> elements(List<?> read, Class<T> element) {
        return read.stream().<T>map(element::cast).toList();
    }

    /** What follows the value in a part is looked at with the part. */
    private static ObjectReader readerOf(TypeReference<?> type) {
        return JSON.readerFor(type).without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    private Object read(Map<String, StoredPart> parts, String name, ObjectReader reader) {
        StoredPart stored = parts.get(name);
        if (stored == null) {
            throw new UnreadableSessionException("the part " + name + " is missing");
        }
        try (JsonParser parser = JSON.createParser(stored.content())) {
            parser.nextToken();
            boolean versioned = "v".equals(parser.nextName());
            int format = versioned ? parser.nextIntValue(0) : 0;
            if (format != FORMAT) {
                throw new UnreadableSessionException("the part " + name + " has format " + format
                        + "; this version of dsreview reads format " + FORMAT);
            }
            boolean sound = "data".equals(parser.nextName()) && parser.nextToken() != null;
            Object value = sound ? reader.readValue(parser) : null;
            if (parser.nextToken() != JsonToken.END_OBJECT || parser.nextToken() != null) {
                value = null;
            }
            return Objects.requireNonNull(value);
        } catch (JacksonException | IllegalArgumentException | NullPointerException damaged) {
            throw new UnreadableSessionException("the part " + name + " is damaged");
        }
    }
}
