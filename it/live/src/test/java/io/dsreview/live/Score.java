package io.dsreview.live;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** How what dsreview says compares with the truth, item by item, over any number of links. */
final class Score {

    /** How one item came out. */
    enum Verdict {
        /** As it is: value, origin and all. */
        RIGHT,
        /** There, but something said of it is not so. */
        WRONG,
        /** Not there, and dsreview says that it is in doubt. */
        MISSING_AND_REPORTED,
        /** Not there, or said to be in no doubt, without a word. */
        MISSING_AND_SILENT,
        /** Not in the truth. */
        INVENTED
    }

    private final Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
    private final List<String> differences = new ArrayList<>();

    void add(String link, Items truth, Items told) {
        Set<String> keys = new LinkedHashSet<>(truth.texts().keySet());
        keys.addAll(told.texts().keySet());
        for (String key : keys) {
            String wanted = truth.texts().get(key);
            String got = told.texts().get(key);
            count(link + ": " + key, wanted, got, judge(key, wanted, got, told));
        }
        Set<String> doubted = new LinkedHashSet<>(truth.doubts().keySet());
        doubted.addAll(told.doubts().keySet());
        doubted.remove(Told.LINK);
        for (String key : doubted) {
            Set<String> wanted = truth.doubts().getOrDefault(key, Set.of());
            Set<String> got = told.doubts().getOrDefault(key, Set.of());
            count(link + ": doubt about " + key, wanted, got, judge(wanted, got, told));
        }
    }

    int count(Verdict verdict) {
        return counts.getOrDefault(verdict, 0);
    }

    int items() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Returns the differences of one kind in things, without those in the doubts about things. */
    List<String> things(Verdict verdict) {
        return differences.stream()
                .filter(each -> each.startsWith(verdict.name()) && !each.contains(": doubt about "))
                .toList();
    }

    /** Returns the share of the right items, from 0 to 1. */
    double right() {
        return (double) count(Verdict.RIGHT) / items();
    }

    /** Returns a line for each item that is not right. */
    List<String> differences() {
        return differences;
    }

    private static Verdict judge(String key, String wanted, String got, Items told) {
        if (wanted == null) {
            return Verdict.INVENTED;
        }
        if (wanted.equals(got)) {
            return Verdict.RIGHT;
        }
        if (got != null) {
            return Verdict.WRONG;
        }
        return isReported(key, told) ? Verdict.MISSING_AND_REPORTED : Verdict.MISSING_AND_SILENT;
    }

    private static Verdict judge(Set<String> wanted, Set<String> got, Items told) {
        if (wanted.isEmpty()) {
            return Verdict.INVENTED;
        }
        if (got.isEmpty()) {
            return told.doubts().containsKey(Told.LINK) ? Verdict.MISSING_AND_REPORTED : Verdict.MISSING_AND_SILENT;
        }
        boolean eachIsTrue = got.stream().allMatch(code -> wanted.stream()
                .anyMatch(why ->
                        Doubt.named(why).filter(doubt -> doubt.isSaidBy(code)).isPresent()));
        return eachIsTrue ? Verdict.RIGHT : Verdict.WRONG;
    }

    /** A link that failed says so for all of it; else a thing is reported by a doubt about it, or about its dataset. */
    private static boolean isReported(String key, Items told) {
        String[] words = key.split(" ", 3);
        String about = words.length > 1 ? words[1] : "";
        return told.doubts().keySet().stream()
                .anyMatch(doubt -> doubt.equals(Told.LINK)
                        || doubt.equals(key)
                        || (words[0].equals("variable") && doubt.equals("template " + about))
                        || doubt.equals("dataset " + about)
                        || (words[0].equals("condition") && doubt.startsWith("filter "))
                        || (words[0].equals("query") && doubt.startsWith("query")));
    }

    private void count(String what, Object wanted, Object got, Verdict verdict) {
        counts.merge(verdict, 1, Integer::sum);
        if (verdict != Verdict.RIGHT) {
            differences.add(verdict + " " + what + "\n    is   " + wanted + "\n    told " + got);
        }
    }

    @Override
    public String toString() {
        return items() + " items: " + new TreeMap<>(counts);
    }
}
