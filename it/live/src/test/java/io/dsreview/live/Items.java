package io.dsreview.live;

import io.dsreview.api.canonical.JsonText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What there is to say about a link, item by item: the manifest and dsreview are both put into these words, so that they
 * can be compared. A key says which thing it is, the text beside it all that is said of the thing.
 */
final class Items {

    private static final int LONGEST_NAME = 127;

    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Map<String, Set<String>> doubts = new LinkedHashMap<>();

    Map<String, String> texts() {
        return texts;
    }

    /** What is in doubt, and the reasons, in the words of whoever says it. */
    Map<String, Set<String>> doubts() {
        return doubts;
    }

    void say(String key, Object... parts) {
        List<String> words = new ArrayList<>();
        for (Object part : parts) {
            words.add(part instanceof Collection<?> many ? String.valueOf(List.copyOf(many)) : String.valueOf(part));
        }
        texts.put(unused(key), String.join(" | ", words));
    }

    void doubt(String key, String why) {
        doubts.computeIfAbsent(key, each -> new TreeSet<>()).add(why);
    }

    /** A name as dsreview promises it to people: nothing hidden in it, and cut where it is very long. */
    static String name(Object raw) {
        StringBuilder shown = new StringBuilder();
        String.valueOf(raw)
                .codePoints()
                .limit(LONGEST_NAME)
                .forEach(character -> shown.appendCodePoint(isHidden(character) ? 0xFFFD : character));
        return shown.toString();
    }

    /** A default: a list of one says what its element says, and a list may be told as JSON. */
    static Object plain(Object value) {
        if (value instanceof String text && text.startsWith("[")) {
            return plain(JsonText.parse(text));
        }
        return value instanceof List<?> list && list.size() == 1 ? list.get(0) : value;
    }

    static String scalar(Object type, Object text) {
        return type + ":" + text;
    }

    static String condition(Object column, Object operator, Collection<String> values) {
        return column + " " + operator + " " + values;
    }

    /** What a filter does to a query. */
    static String value(Collection<String> conditions, Object timeRange, Object timeGrain, Object timeColumn) {
        return conditions + " range " + timeRange + " grain " + timeGrain + " along " + timeColumn;
    }

    private String unused(String key) {
        String unused = key;
        for (int number = 2; texts.containsKey(unused); number++) {
            unused = key + " #" + number;
        }
        return unused;
    }

    private static boolean isHidden(int character) {
        int type = Character.getType(character);
        boolean joiner = character == 0x200C || character == 0x200D;
        return !joiner && (type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE);
    }
}
