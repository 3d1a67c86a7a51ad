package io.dsreview.differential;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A Python process that answers one line of JSON with another. */
final class Oracle implements AutoCloseable {

    private static final String PYTHON = "differential.python";

    private final JsonMapper json = new JsonMapper();
    private final Process process;
    private final BufferedWriter questions;
    private final BufferedReader answers;
    private final JsonNode greeting;

    private Oracle(Process process) throws IOException {
        this.process = process;
        questions = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        greeting = read();
    }

    /** Starts a script of this module with the Python that the system property names. */
    static Oracle start(String script) {
        String python = System.getProperty(PYTHON);
        if (python == null || !Files.isExecutable(Path.of(python))) {
            throw new AssertionError(
                    "There is no Python to compare with: the system property %s is %s. Run %s, and hand over"
                                    .formatted(
                                            PYTHON, python == null ? "not set" : python, "it/differential/setup.sh DIR")
                            + " what it prints: mvn -Plive verify -D" + PYTHON + "=DIR/bin/python");
        }
        try {
            return new Oracle(new ProcessBuilder(python, "-X", "utf8", script)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
        } catch (IOException broken) {
            throw new UncheckedIOException("The oracle " + script + " cannot be started with " + python, broken);
        }
    }

    /** Returns what the oracle says of itself. */
    JsonNode greeting() {
        return greeting;
    }

    JsonNode ask(Map<String, String> question) {
        try {
            questions.write(json.writeValueAsString(question));
            questions.newLine();
            questions.flush();
            return read();
        } catch (IOException broken) {
            throw new UncheckedIOException("The oracle does not listen any more", broken);
        }
    }

    private JsonNode read() throws IOException {
        String line = answers.readLine();
        if (line == null) {
            throw new IOException("The oracle has ended; its last words are above");
        }
        return json.readTree(line);
    }

    @Override
    public void close() {
        try {
            questions.close();
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException | InterruptedException abandoned) {
            process.destroyForcibly();
        }
    }
}
