package io.dsreview.api.session;

import io.dsreview.api.error.Words;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * An event in the words of a reader. The bundle has a text for each type, under {@code event.TYPE}; where one of the event's
 * data tells more, there is one under {@code event.TYPE.name} or {@code event.TYPE.name.value}, which goes before.
 *
 * @param text what happened, one sentence
 */
public record SessionEventText(String text) {

    private static final String BUNDLE = "io.dsreview.api.session.Session";

    /**
     * Renders an event.
     *
     * @param event the event
     * @param locale the reader's language; falls back to English
     * @return the words
     */
    public static SessionEventText of(SessionEvent event, Locale locale) {
        Words words = Words.of(BUNDLE, locale, named(event.data()));
        String general = "event." + event.type().name();
        for (Map.Entry<String, String> each : event.data().entrySet()) {
            String named = general + "." + each.getKey();
            String telling = named + "." + each.getValue();
            if (words.has(telling) || words.has(named)) {
                return new SessionEventText(words.get(words.has(telling) ? telling : named));
            }
        }
        return new SessionEventText(words.get(general));
    }

    /** The id of a question is its topic and, after a colon, its subject; both have words. */
    private static Map<String, String> named(Map<String, String> data) {
        String question = data.get("question");
        if (question == null) {
            return data;
        }
        String[] parts = question.split(":", 2);
        Map<String, String> named = new TreeMap<>(data);
        named.put("topic", parts[0]);
        named.put("subject", parts.length == 1 ? "" : parts[1]);
        return named;
    }

    /** Returns the sentence. */
    @Override
    public String toString() {
        return text;
    }
}
