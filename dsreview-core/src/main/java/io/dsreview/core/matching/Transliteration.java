package io.dsreview.core.matching;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/** Writes a text in lower-case Latin letters without accents, as far as it is Latin or Cyrillic; other scripts stay. */
final class Transliteration {

    /** Cyrillic letters as in passports (ICAO 9303), and Latin letters that Unicode does not take apart. */
    private static final Map<Character, String> LETTERS = Map.ofEntries(
            Map.entry('а', "a"),
            Map.entry('б', "b"),
            Map.entry('в', "v"),
            Map.entry('г', "g"),
            Map.entry('д', "d"),
            Map.entry('е', "e"),
            Map.entry('ё', "e"),
            Map.entry('ж', "zh"),
            Map.entry('з', "z"),
            Map.entry('и', "i"),
            Map.entry('й', "i"),
            Map.entry('к', "k"),
            Map.entry('л', "l"),
            Map.entry('м', "m"),
            Map.entry('н', "n"),
            Map.entry('о', "o"),
            Map.entry('п', "p"),
            Map.entry('р', "r"),
            Map.entry('с', "s"),
            Map.entry('т', "t"),
            Map.entry('у', "u"),
            Map.entry('ф', "f"),
            Map.entry('х', "kh"),
            Map.entry('ц', "ts"),
            Map.entry('ч', "ch"),
            Map.entry('ш', "sh"),
            Map.entry('щ', "shch"),
            Map.entry('ъ', "ie"),
            Map.entry('ы', "y"),
            Map.entry('ь', ""),
            Map.entry('э', "e"),
            Map.entry('ю', "iu"),
            Map.entry('я', "ia"),
            Map.entry('і', "i"),
            Map.entry('ї', "i"),
            Map.entry('є', "ie"),
            Map.entry('ґ', "g"),
            Map.entry('ß', "ss"),
            Map.entry('æ', "ae"),
            Map.entry('ø', "o"),
            Map.entry('œ', "oe"),
            Map.entry('ł', "l"),
            Map.entry('đ', "d"),
            Map.entry('þ', "th"),
            Map.entry('ð', "d"),
            Map.entry('ı', "i"));

    /** Umlauts as they are written where there are none: what is left after the accents are gone would be another letter. */
    private static final Map<Character, String> UMLAUTS = Map.of('ä', "ae", 'ö', "oe", 'ü', "ue", 'å', "aa");

    private Transliteration() {}

    static String latin(String text) {
        StringBuilder spelled = new StringBuilder();
        String composed = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        for (int i = 0; i < composed.length(); i++) {
            char c = composed.charAt(i);
            spelled.append(UMLAUTS.getOrDefault(c, LETTERS.getOrDefault(c, String.valueOf(c))));
        }
        String apart = Normalizer.normalize(spelled, Normalizer.Form.NFD);
        StringBuilder plain = new StringBuilder();
        apart.chars()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .forEach(c -> plain.append((char) c));
        return plain.toString();
    }
}
