package io.dsreview.samples.quickstart;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Asks the person at the terminal. Where nobody answers, because the input has ended, the answer is null. */
final class Terminal {

    private final BufferedReader in;
    private final PrintStream out;

    Terminal(InputStream in, PrintStream out) {
        this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        this.out = out;
    }

    @Nullable
    String ask(String prompt) {
        try {
            out.print(prompt);
            out.flush();
            String answer = in.readLine();
            if (answer == null) {
                out.println();
            }
            return answer;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Asks without showing what is typed. */
    @SuppressWarnings("SystemConsoleNull") // before JDK 22 it is null without a terminal; later its answer is
    static @Nullable String password(String prompt) {
        Console console = System.console();
        char[] typed = console == null ? null : console.readPassword("%s", prompt);
        return typed == null ? null : new String(typed);
    }
}
