package io.dsreview.benchmarks.pairing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Runs a program in JVMs of its own, one after the other, since what one JVM compiles, and where it puts things, is chance.
 * Each prints a line for each row of the table: the pairs, as {@code subject/floor} in nanoseconds, with blanks between.
 */
public final class Forks {

    private Forks() {}

    /**
     * Runs the program and reads what it measured.
     *
     * @param program has a {@code main}, on the class path of this JVM
     * @param arguments what it is given
     * @param forks how many JVMs, 1 or more
     * @return a sample for each row, in the order of the lines
     * @throws IOException if a JVM cannot be started, fails, or prints something else
     * @throws InterruptedException if this thread is interrupted, after ending the JVM
     */
    public static List<Sample> run(Class<?> program, List<String> arguments, int forks)
            throws IOException, InterruptedException {
        return run(List.of(), program, arguments, forks);
    }

    /**
     * Runs the program in JVMs with options and reads what it measured.
     *
     * @param options what the JVMs are given
     * @param program has a {@code main}, on the class path of this JVM
     * @param arguments what it is given
     * @param forks how many JVMs, 1 or more
     * @return a sample for each row, in the order of the lines
     * @throws IOException if a JVM cannot be started, fails, or prints something else
     * @throws InterruptedException if this thread is interrupted, after ending the JVM
     */
    public static List<Sample> run(List<String> options, Class<?> program, List<String> arguments, int forks)
            throws IOException, InterruptedException {
        List<List<List<Pair>>> measured = new ArrayList<>();
        for (int i = 0; i < forks; i++) {
            measured.add(rows(lines(options, program, arguments)));
        }
        int rows = measured.get(0).size();
        if (measured.stream().anyMatch(fork -> fork.size() != rows)) {
            throw new IOException("one JVM measured more rows than another");
        }
        return IntStream.range(0, rows)
                .mapToObj(row ->
                        new Sample(measured.stream().map(fork -> fork.get(row)).toList()))
                .toList();
    }

    /**
     * Returns the line that a forked program prints for a row.
     *
     * @param pairs what it measured
     * @return the line
     */
    public static String line(List<Pair> pairs) {
        return pairs.stream().map(pair -> pair.subject() + "/" + pair.floor()).collect(Collectors.joining(" "));
    }

    private static List<List<Pair>> rows(List<String> lines) throws IOException {
        try {
            return lines.stream().map(Forks::pairs).toList();
        } catch (IllegalArgumentException strange) {
            throw new IOException("a forked JVM printed something else than pairs", strange);
        }
    }

    private static List<Pair> pairs(String line) {
        return Stream.of(line.split(" "))
                .map(pair -> pair.split("/", 2))
                .map(pair -> new Pair(Long.parseLong(pair[0]), Long.parseLong(pair[1])))
                .toList();
    }

    private static List<String> lines(List<String> options, Class<?> program, List<String> arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-classpath", System.getProperty("java.class.path"), program.getName()));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            int status = process.waitFor();
            if (status != 0) {
                throw new IOException("a forked JVM ended with status " + status + "; it says why above");
            }
            return lines;
        } finally {
            process.destroy();
        }
    }
}
