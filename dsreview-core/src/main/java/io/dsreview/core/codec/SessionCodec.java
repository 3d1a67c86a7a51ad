package io.dsreview.core.codec;

import io.dsreview.api.canonical.JsonText;
import io.dsreview.api.canonical.Sha256;
import io.dsreview.api.clarification.ClarificationState;
import io.dsreview.api.command.ReviewCommand;
import io.dsreview.api.finding.Finding;
import io.dsreview.api.mapping.ExecutionMapping;
import io.dsreview.api.mapping.VariableValue;
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
import tools.jackson.core.type.TypeReference;
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
            new Part<>("semantics", new TypeReference<Semantics>() {}, ReviewSession::semantics),
            new Part<>("values", new TypeReference<List<VariableValue>>() {}, ReviewSession::values),
            new Part<>("mappings", new TypeReference<List<ExecutionMapping>>() {}, ReviewSession::mappings),
            new Part<>("findings", new TypeReference<List<Finding>>() {}, ReviewSession::findings),
            new Part<>("clarification", new TypeReference<ClarificationState>() {}, ReviewSession::clarification),
            new Part<>("execution", new TypeReference<Execution>() {}, ReviewSession::execution));

    private record Part<T>(String name, TypeReference<T> type, Function<ReviewSession, T> of) {}

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
                Map<String, @Nullable Object> document = new LinkedHashMap<>();
                document.put("v", FORMAT);
                document.put("data", next);
                changed.add(new StoredPart(part.name(), json.writeValueAsBytes(document)));
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
                read(parts, 2, Semantics.class),
                list(parts, 3, VariableValue.class),
                list(parts, 4, ExecutionMapping.class),
                list(parts, 5, Finding.class),
                read(parts, 6, ClarificationState.class),
                read(parts, 7, Execution.class));
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

    private <T> T read(Map<String, StoredPart> parts, int index, Class<T> type) {
        return type.cast(read(parts, PARTS.get(index)));
    }

    private <T> List<T> list(Map<String, StoredPart> parts, int index, Class<T> element) {
        List<T> result = new ArrayList<>();
        for (Object each : (List<?>) read(parts, PARTS.get(index))) {
            result.add(element.cast(each));
        }
        return result;
    }

    private Object read(Map<String, StoredPart> parts, Part<?> part) {
        StoredPart stored = parts.get(part.name());
        if (stored == null) {
            throw new UnreadableSessionException("the part " + part.name() + " is missing");
        }
        try {
            JsonNode document = json.readTree(stored.content());
            int format = document.path("v").asInt(0);
            if (format != FORMAT) {
                throw new UnreadableSessionException("the part " + part.name() + " has format " + format
                        + "; this version of dsreview reads format " + FORMAT);
            }
            Object value = json.readerFor(part.type()).readValue(document.path("data"));
            return Objects.requireNonNull(value);
        } catch (JacksonException | IllegalArgumentException | NullPointerException damaged) {
            throw new UnreadableSessionException("the part " + part.name() + " is damaged");
        }
    }
}
