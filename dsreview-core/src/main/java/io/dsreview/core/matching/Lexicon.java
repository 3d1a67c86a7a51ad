package io.dsreview.core.matching;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Abbreviations, synonyms and translations of the words that names of columns are made of, from {@code lexicon.txt}: a name that is
 * used for all, and its other names. Immutable.
 */
final class Lexicon {

    static final Lexicon STANDARD = read("lexicon.txt");

    /** Longest other name, in words. */
    static final int LONGEST = 3;

    private final Map<List<String>, Set<List<String>>> names;
    private final Set<String> known;

    private Lexicon(Map<List<String>, Set<List<String>>> names) {
        this.names = names;
        Set<String> all = new HashSet<>();
        names.forEach((other, meanings) -> {
            all.addAll(other);
            meanings.forEach(all::addAll);
        });
        this.known = all;
    }

    /** Returns the names that some words are other names of; empty if they are none. */
    Set<List<String>> namesOf(List<String> words) {
        return names.getOrDefault(words, Set.of());
    }

    Collection<String> words() {
        return known;
    }

    private static Lexicon read(String resource) {
        Map<List<String>, Set<List<String>>> names = new HashMap<>();
        try (InputStream bytes = Objects.requireNonNull(Lexicon.class.getResourceAsStream(resource));
                BufferedReader lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int equals = line.indexOf('=');
                if (line.startsWith("#") || equals < 0) {
                    continue;
                }
                List<String> name = words(line.substring(0, equals));
                names.computeIfAbsent(name, each -> new LinkedHashSet<>()).add(name);
                for (String other : line.substring(equals + 1).split(",", -1)) {
                    names.computeIfAbsent(words(other), each -> new LinkedHashSet<>())
                            .add(name);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the lexicon cannot be read", unreadable);
        }
        return new Lexicon(Collections.unmodifiableMap(names));
    }

    private static List<String> words(String phrase) {
        return List.of(Transliteration.latin(phrase.strip()).split(" ", -1));
    }
}
