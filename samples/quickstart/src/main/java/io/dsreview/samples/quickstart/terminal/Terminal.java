package io.dsreview.samples.quickstart.terminal;

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
public final class Terminal {

    private final BufferedReader in;
    private final PrintStream out;

    /**
     * Makes a terminal.
     *
     * @param in what the person types, as UTF-8
     * @param out what the person sees
     */
    public Terminal(InputStream in, PrintStream out) {
        this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        this.out = out;
    }

    /**
     * Asks.
     *
     * @param prompt what is asked
     * @return the line that was typed, or null if the input has ended
     */
    public @Nullable String ask(String prompt) {
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

    /**
     * Asks without showing what is typed.
     *
     * @param prompt what is asked
     * @return what was typed, or null if there is nobody at a terminal
     */
    @SuppressWarnings("SystemConsoleNull") // before JDK 22 it is null without a terminal; later its answer is
    public static @Nullable String password(String prompt) {
        Console console = System.console();
        char[] typed = console == null ? null : console.readPassword("%s", prompt);
        return typed == null ? null : new String(typed);
    }
}
