package io.dsreview.samples.quickstart.workspace;

import java.util.List;

/**
 * One command of the workspace.
 *
 * @param usage how it is typed: its name, then what it takes; what may be left out stands in brackets, of what ends in
 *     {@code …} there may be several
 * @param help what it does, half a sentence
 * @param action does it
 */
record WorkspaceCommand(String usage, String help, Action action) {

    /** Does a command with what was typed after its name. */
    @FunctionalInterface
    interface Action {
        void run(List<String> arguments);
    }

    String name() {
        return words().get(0);
    }

    /** Tells whether so many words may follow the name. */
    boolean takes(int arguments) {
        List<String> places = words().subList(1, words().size());
        long least = places.stream().filter(place -> !place.startsWith("[")).count();
        boolean open = places.stream().anyMatch(place -> place.contains("…"));
        return arguments >= least && (open || arguments <= places.size());
    }

    private List<String> words() {
        return List.of(usage.split(" ", -1));
    }
}
