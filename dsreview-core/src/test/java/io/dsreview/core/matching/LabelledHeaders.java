package io.dsreview.core.matching;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Headers with the entry of a dictionary that each is about.
 *
 * @param dictionary the entries with their verbose names, which may be empty
 * @param headers the headers; one that is about no entry has none
 */
record LabelledHeaders(Map<String, String> dictionary, Set<Labelled> headers) {

    record Labelled(String header, @Nullable String entry) {}

    /** Our own. */
    static LabelledHeaders own() {
        Map<String, String> dictionary = new LinkedHashMap<>();
        Set<Labelled> headers = new LinkedHashSet<>();
        try (InputStream bytes = Objects.requireNonNull(LabelledHeaders.class.getResourceAsStream("headers.txt"))) {
            for (String line : new String(bytes.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                if (line.startsWith("#")) {
                    continue;
                }
                String[] parts = line.split("\\|", -1);
                String entry = parts[0].strip();
                if (!entry.equals("-")) {
                    dictionary.put(entry, parts[1].strip());
                }
                for (String header : parts[2].split(",", -1)) {
                    headers.add(new Labelled(header.strip(), entry.equals("-") ? null : entry));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new LabelledHeaders(dictionary, headers);
    }

    /**
     * Those of a file with a JSON object per line, that names a {@code header}, a {@code semantic_type}, which may be empty, and a
     * {@code pii_class}; lines whose class is ambiguous count for nothing. The types are the dictionary, by their bare names.
     */
    static LabelledHeaders of(Path file) {
        JsonMapper json = new JsonMapper();
        try {
            List<JsonNode> rows = Files.readAllLines(file).stream()
                    .map(json::readTree)
                    .filter(row -> !row.path("pii_class").asString("").equals("ambiguous"))
                    .toList();
            Set<Labelled> headers = rows.stream()
                    .map(row -> {
                        String type = row.path("semantic_type").asString("");
                        return new Labelled(row.path("header").asString(""), type.isEmpty() ? null : type);
                    })
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            Map<String, String> dictionary = new LinkedHashMap<>();
            headers.stream()
                    .map(Labelled::entry)
                    .filter(Objects::nonNull)
                    .sorted()
                    .forEach(type -> dictionary.put(type, ""));
            return new LabelledHeaders(dictionary, headers);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
