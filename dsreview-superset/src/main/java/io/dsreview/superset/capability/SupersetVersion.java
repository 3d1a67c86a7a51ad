package io.dsreview.superset.capability;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A released version of Superset. Ordered from old to new.
 *
 * @param major the first number, not negative
 * @param minor the second number, not negative
 * @param patch the third number, not negative
 */
public record SupersetVersion(int major, int minor, int patch) implements Comparable<SupersetVersion> {

    private static final Pattern RELEASE = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})(?:\\.(\\d{1,4}))?(?!\\d).{0,40}");
    private static final Comparator<SupersetVersion> OLD_TO_NEW = Comparator.comparingInt(SupersetVersion::major)
            .thenComparingInt(SupersetVersion::minor)
            .thenComparingInt(SupersetVersion::patch);

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is negative
     */
    public SupersetVersion {
        if (major < 0 || minor < 0 || patch < 0) {
            throw new IllegalArgumentException("the version " + major + "." + minor + "." + patch + " is negative");
        }
    }

    /**
     * Reads what a server says. A candidate or a rebuild counts as its release; a development build, such as
     * {@code 0.0.0-dev}, is none.
     *
     * @param text such as {@code 6.1.0}, {@code 6.1.0rc1} or {@code 4.1.3.post1}
     * @return the version; empty if the text names no release
     */
    public static Optional<SupersetVersion> parse(String text) {
        Matcher release = RELEASE.matcher(text.strip());
        if (!release.matches() || text.toLowerCase(Locale.ROOT).contains("dev")) {
            return Optional.empty();
        }
        int patch = release.group(3) == null ? 0 : Integer.parseInt(release.group(3));
        SupersetVersion version =
                new SupersetVersion(Integer.parseInt(release.group(1)), Integer.parseInt(release.group(2)), patch);
        return version.major == 0 ? Optional.empty() : Optional.of(version);
    }

    @Override
    public int compareTo(SupersetVersion other) {
        return OLD_TO_NEW.compare(this, other);
    }

    /** Returns the numbers, such as {@code 6.1.0}. */
    @Override
    public String toString() {
        return major + "." + minor + "." + patch;
    }
}
