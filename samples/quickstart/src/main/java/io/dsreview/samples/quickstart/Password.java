package io.dsreview.samples.quickstart;

import io.dsreview.samples.quickstart.terminal.Complaint;
import io.dsreview.samples.quickstart.terminal.Terminal;

/** The password of a live Superset's user: never an argument, which others on the machine could read. */
final class Password {

    /** The environment variable in which it is looked for before it is asked for. */
    static final String VARIABLE = "DSREVIEW_SUPERSET_PASSWORD";

    private Password() {}

    static String known() {
        String set = System.getenv(VARIABLE);
        if (set != null) {
            return set;
        }
        String typed = Terminal.password("Password: ");
        if (typed == null || typed.isEmpty()) {
            throw new Complaint("There is no password. Set the environment variable " + VARIABLE
                    + ", or run at a terminal to be asked.");
        }
        return typed;
    }
}
