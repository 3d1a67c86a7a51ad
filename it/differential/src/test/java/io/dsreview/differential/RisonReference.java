package io.dsreview.differential;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** One of the two libraries that Superset itself uses, in a process of its own: one JSON line in, one out. */
final class RisonReference implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build();

    private final Process process;
    private final BufferedWriter questions;
    private final BufferedReader answers;

    private RisonReference(String... command) {
        try {
            process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("The reference cannot be started: " + command[0], e);
        }
        questions = process.outputWriter(StandardCharsets.UTF_8);
        answers = process.inputReader(StandardCharsets.UTF_8);
    }

    /** npm {@code rison}, which Superset's pages use. */
    static RisonReference browser() {
        Path folder = required("differential.node");
        return new RisonReference("node", script("/rison_browser.js"), folder.toString());
    }

    /** {@code prison}, which Superset's server uses. */
    static RisonReference server() {
        Path python = required("differential.python");
        return new RisonReference(python.toString(), script("/rison_server.py"));
    }

    /** Returns what the text says, or empty if the library refuses it. */
    Optional<Said> read(String text) {
        Map<?, ?> answer = ask("decode", text);
        return answer.containsKey("refused") ? Optional.empty() : Optional.of(new Said(answer.get("value")));
    }

    String write(@Nullable Object value) {
        return Objects.requireNonNull((String) ask("encode", value).get("text"), "the reference writes any value");
    }

    private Map<?, ?> ask(String verb, @Nullable Object argument) {
        try {
            questions.write(JSON.writeValueAsString(Collections.singletonMap(verb, argument)));
            questions.newLine();
            questions.flush();
            return JSON.readValue(Objects.requireNonNull(answers.readLine(), "the reference has ended"), Map.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }

    private static Path required(String property) {
        Path path = Path.of(System.getProperty(property, ""));
        if (path.toString().isEmpty() || !Files.exists(path)) {
            throw new IllegalStateException("-D" + property + " names nothing that exists. Install the references with"
                    + " it/differential/setup.sh DIR, and give Maven the two properties that it prints.");
        }
        return path.toAbsolutePath();
    }

    private static String script(String name) {
        try {
            URL script = Objects.requireNonNull(RisonReference.class.getResource(name), name);
            return Path.of(script.toURI()).toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a text says; may be null, which is why it is wrapped. */
    record Said(@Nullable Object value) {

        /** Tells whether a part of it is a number that JSON has not: infinite, or none at all. */
        boolean isBeyondNumbers() {
            List<@Nullable Object> parts = new ArrayList<>(Collections.singletonList(value));
            while (!parts.isEmpty()) {
                Object part = parts.remove(parts.size() - 1);
                if (part instanceof Map<?, ?> map) {
                    if (map.containsKey("no JSON number")) {
                        return true;
                    }
                    parts.addAll(map.values());
                } else if (part instanceof List<?> list) {
                    parts.addAll(list);
                }
            }
            return false;
        }
    }
}
