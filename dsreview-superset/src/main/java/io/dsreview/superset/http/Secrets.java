package io.dsreview.superset.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The secret values of one login, which must never be repeated. Thread-safe. */
final class Secrets {

    private static final int REMEMBERED = 64;
    private static final String REMOVED = "***";

    private final Set<String> values = new LinkedHashSet<>();

    synchronized void add(String secret) {
        if (!secret.isBlank() && values.add(secret) && values.size() > REMEMBERED) {
            values.remove(values.iterator().next());
        }
    }

    /** Returns the text without any secret. The longest go first, since one may be part of another. */
    synchronized String removeFrom(String text) {
        List<String> longestFirst = new ArrayList<>(values);
        longestFirst.sort(Comparator.comparingInt(String::length).reversed());
        String clean = text;
        for (String secret : longestFirst) {
            clean = clean.replace(secret, REMOVED);
        }
        return clean;
    }

    /** Says nothing. */
    @Override
    public String toString() {
        return "Secrets[]";
    }
}
