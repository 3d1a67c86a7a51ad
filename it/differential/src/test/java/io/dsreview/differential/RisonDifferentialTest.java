package io.dsreview.differential;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.differential.RisonReference.Said;
import io.dsreview.superset.rison.Rison;
import io.dsreview.superset.rison.RisonReading;
import io.dsreview.superset.rison.RisonReading.Fault;
import io.dsreview.superset.rison.RisonReading.Refused;
import io.dsreview.superset.rison.RisonReading.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/**
 * Our Rison against npm {@code rison} and Python {@code prison}. {@code -Ddifferential.seed} draws other samples, and
 * {@code -Ddifferential.samples} another number of them.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 20, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RisonDifferentialTest {

    private static final long SEED = Long.getLong("differential.seed", 20_260_101);
    private static final int SAMPLES = Integer.getInteger("differential.samples", 2_500);

    /** Read by the browser alone, by accident: an illegal character skipped, a number that is none, a key that is none. */
    private static final Set<Fault> ACCIDENTS =
            Set.of(Fault.UNEXPECTED_CHARACTER, Fault.TRAILING_TEXT, Fault.ILLEGAL_NUMBER, Fault.ILLEGAL_KEY);

    /** Numbers that may be beyond a double, and keys of many digits: {@link RisonExceptionsTest} is about these. */
    private static final Pattern EXCEPTION = Pattern.compile("(?i)e-?\\d{3}|[\\d.e-]{16}:");

    private final Map<String, Integer> counts = new TreeMap<>();
    private final List<String> disagreements = new ArrayList<>();
    private final RisonSamples samples = new RisonSamples(SEED);
    private RisonReference browser;
    private RisonReference server;

    @BeforeAll
    void start() {
        browser = RisonReference.browser();
        server = RisonReference.server();
    }

    @AfterAll
    void stop() {
        browser.close();
        server.close();
    }

    @Test
    void readsAndWritesWhatTheReferencesReadAndWrite() {
        for (int i = 0; i < SAMPLES; i++) {
            compareOn(samples.value());
        }
        for (int i = 0; i < SAMPLES; i++) {
            String written = browser.write(samples.value());
            List.of(
                            samples.soup(),
                            samples.grammatical(),
                            samples.damaged(written),
                            samples.damaged(samples.grammatical()))
                    .forEach(this::compareOn);
        }

        int compared = counts.get("values") + counts.get("texts");
        System.out.printf(
                "rison: %d values and texts, %d disagreements (seed %d)%n", compared, disagreements.size(), SEED);
        System.out.println("rison: " + counts);
        assertThat(disagreements).isEmpty();
        assertThat(counts.get("texts both read alike")).isGreaterThan(SAMPLES / 4);
        assertThat(counts.get("texts both refuse")).isGreaterThan(SAMPLES / 4);
    }

    /** Whatever one of the three writes and reads back itself, we read; what we write, all three read. */
    private void compareOn(@Nullable Object value) {
        count("values");
        String ours = Rison.write(value);
        String browsers = browser.write(value);
        String servers = server.write(value);
        boolean browserReadsItself = isRead(browser.read(browsers), value, RisonSameness.BROWSER);
        boolean serverReadsItself = isRead(server.read(servers), value, RisonSameness.SERVER);

        check(isRead(ours(ours), value, RisonSameness.SERVER), "we do not read what we write", ours);
        check(
                isRead(browser.read(ours), value, RisonSameness.BROWSER),
                "the browser does not read what we write",
                ours);
        check(isRead(server.read(ours), value, RisonSameness.SERVER), "the server does not read what we write", ours);
        if (browserReadsItself) {
            check(
                    isRead(ours(browsers), value, RisonSameness.BROWSER),
                    "we do not read what the browser writes",
                    browsers);
        }
        if (serverReadsItself) {
            check(isRead(ours(servers), value, RisonSameness.SERVER), "we do not read what the server writes", servers);
        }
        if (browsers.equals(servers) && browserReadsItself && serverReadsItself) {
            count("values all three write alike");
            check(ours.equals(browsers), "the references write alike, we do not", browsers);
        }
        if (!isRead(server.read(browsers), value, RisonSameness.BROWSER)) {
            count("values the server does not read as the browser writes them");
        }
        if (!serverReadsItself) {
            count("values the server does not read as it writes them itself");
        }
    }

    private void compareOn(String text) {
        if (EXCEPTION.matcher(text).find()) {
            count("texts left to the test of exceptions");
            return;
        }
        count("texts");
        Optional<Said> browsers = browser.read(text);
        Optional<Said> servers = server.read(text);
        RisonReading ours = Rison.read(text);
        if (browsers.isEmpty() && servers.isEmpty()) {
            count("texts both refuse");
            check(ours instanceof Refused, "both refuse it, we do not", text);
        } else if (browsers.isEmpty()) {
            count("texts only the server reads");
            check(
                    isRead(ours(text), servers.get().value(), RisonSameness.SERVER),
                    "we do not read what the server reads",
                    text);
        } else if (servers.isEmpty()) {
            compareOn(text, ours, browsers.get());
        } else if (RisonSameness.BROWSER.of(
                browsers.get().value(), servers.get().value())) {
            count("texts both read alike");
            check(
                    isRead(ours(text), servers.get().value(), RisonSameness.SERVER),
                    "both read it alike, we do not",
                    text);
        } else {
            count("texts both read, but not alike");
            boolean asOne = isRead(ours(text), browsers.get().value(), RisonSameness.BROWSER)
                    || isRead(ours(text), servers.get().value(), RisonSameness.SERVER);
            check(asOne, "we read it as neither does", text);
        }
    }

    private void compareOn(String text, RisonReading ours, Said browsers) {
        if (ours instanceof Refused refused) {
            count("texts only the browser reads, by accident");
            check(ACCIDENTS.contains(refused.fault()), "only the browser reads it, we say " + refused.fault(), text);
        } else {
            count("texts only the browser reads, and we");
            check(
                    isRead(ours(text), browsers.value(), RisonSameness.BROWSER),
                    "we read it as the browser does not",
                    text);
        }
    }

    private static Optional<Said> ours(String text) {
        return Rison.read(text) instanceof Value read ? Optional.of(new Said(read.value())) : Optional.empty();
    }

    private static boolean isRead(Optional<Said> said, @Nullable Object value, RisonSameness sameness) {
        return said.isPresent() && sameness.of(said.get().value(), value);
    }

    private void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }

    private void check(boolean holds, String what, String text) {
        if (!holds) {
            disagreements.add(what + ": "
                    + text.codePoints().mapToObj(RisonDifferentialTest::visible).reduce("", String::concat));
        }
    }

    private static String visible(int character) {
        return character < ' ' || character > '~' ? "\\u{%X}".formatted(character) : Character.toString(character);
    }
}
