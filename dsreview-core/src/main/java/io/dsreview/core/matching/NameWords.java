package io.dsreview.core.matching;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes names apart into words: at separators, where the case changes, between letters and digits, and, where all of it is known, in
 * the middle of what is written together. Words that only connect are left out.
 */
final class NameWords {

    /** Most words of a name that are looked at. */
    private static final int MAX_WORDS = 16;

    /** Longest name that is looked at, in UTF-16 code units. */
    static final int MAX_NAME = 255;

    private static final Pattern PART = Pattern.compile(
            "\\p{Lu}+(?!\\p{Ll})|\\p{Lu}?[\\p{L}&&[^\\p{Lu}]][\\p{L}\\p{M}&&[^\\p{Lu}]]*|\\p{L}|\\p{Nd}+");
    private static final int LONGEST_WORD = 20;
    private static final Set<String> ENDINGS = Set.of("id", "no", "nr", "dt", "cd", "nm", "ts");
    private static final Set<String> CONNECTING = Set.of(
            "of", "the", "a", "an", "and", "or", "in", "on", "for", "by", "de", "del", "la", "el", "los", "las", "le",
            "les", "du", "des", "der", "die", "das", "von", "und", "y", "et", "e", "i", "v", "na", "po");

    private final Lexicon lexicon;
    private final Set<String> known;

    /**
     * Makes one.
     *
     * @param lexicon the other names of words
     * @param names names whose words are known to be words, so that they are recognised where they are written together
     */
    NameWords(Lexicon lexicon, Iterable<String> names) {
        this.lexicon = lexicon;
        this.known = new HashSet<>();
        lexicon.words().stream().filter(word -> word.length() > 2).forEach(known::add);
        for (String name : names) {
            List<String> parts = parts(name);
            if (parts.size() > 1) {
                parts.stream()
                        .filter(part -> part.length() > 3)
                        .map(Singular::of)
                        .forEach(known::add);
            }
        }
    }

    List<Word> of(String name) {
        List<String> parts = new ArrayList<>();
        for (String part : parts(name)) {
            parts.addAll(isKnown(part) ? List.of(part) : apart(part));
        }
        List<Word> words = new ArrayList<>();
        int next = 0;
        while (next < parts.size() && words.size() < MAX_WORDS) {
            next += add(words, parts, next);
        }
        return words;
    }

    /** Adds the longest other name that stands at an index, or the word itself; returns how many parts that took. */
    private int add(List<Word> words, List<String> parts, int index) {
        for (int length = Math.min(Lexicon.LONGEST, parts.size() - index); length > 0; length--) {
            List<String> phrase = parts.subList(index, index + length).stream()
                    .map(Singular::of)
                    .toList();
            Set<List<String>> names = lexicon.namesOf(phrase);
            if (names.isEmpty()) {
                names = lexicon.namesOf(parts.subList(index, index + length));
            }
            if (!names.isEmpty()) {
                String written = String.join(" ", parts.subList(index, index + length));
                merged(names).forEach(meanings -> words.add(new Word(written, meanings)));
                return length;
            }
        }
        String part = parts.get(index);
        if (!CONNECTING.contains(part) || parts.size() == 1) {
            words.add(new Word(part, Set.of(Singular.of(part))));
        }
        return 1;
    }

    /** One word with several meanings where all names are one word long; else the words of the first name. */
    private static List<Set<String>> merged(Set<List<String>> names) {
        Set<String> meanings = new LinkedHashSet<>();
        for (List<String> name : names) {
            if (name.size() > 1) {
                return names.iterator().next().stream().map(Set::of).toList();
            }
            meanings.add(name.get(0));
        }
        return List.of(meanings);
    }

    private static List<String> parts(String name) {
        List<String> parts = new ArrayList<>();
        Matcher matcher = PART.matcher(name.length() > MAX_NAME ? name.substring(0, MAX_NAME) : name);
        while (matcher.find()) {
            String part = Transliteration.latin(matcher.group());
            if (!part.isEmpty()) {
                parts.add(part);
            }
        }
        return parts;
    }

    private boolean isKnown(String part) {
        return known.contains(part) || known.contains(Singular.of(part));
    }

    /** Splits into the fewest known words, or not at all. */
    private List<String> apart(String part) {
        int length = part.length();
        int[] words = new int[length + 1];
        int[] from = new int[length + 1];
        for (int end = 1; end <= length; end++) {
            words[end] = Integer.MAX_VALUE;
            for (int start = Math.max(0, end - LONGEST_WORD); start < end; start++) {
                boolean better = words[start] < MAX_WORDS && words[start] + 1 < words[end];
                if (better && isWord(part, start, end)) {
                    words[end] = words[start] + 1;
                    from[end] = start;
                }
            }
        }
        if (words[length] > MAX_WORDS) {
            return List.of(part);
        }
        List<String> split = new ArrayList<>();
        for (int end = length; end > 0; end = from[end]) {
            split.add(0, part.substring(from[end], end));
        }
        return split;
    }

    /** Tells whether a piece is a word of three letters or more, or one of two that end names, such as {@code orderid}. */
    private boolean isWord(String part, int start, int end) {
        String piece = part.substring(start, end);
        return piece.length() > 2 ? isKnown(piece) : end == part.length() && start > 3 && ENDINGS.contains(piece);
    }
}
