package io.dsreview.superset;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The base address of a Superset, checked: only what can be compared and extended without doubt is legal. */
final class EnvironmentUri {

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+]");
    private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*/?");

    private EnvironmentUri() {}

    /** The address without its last slash, and what is wrong with it. */
    record Checked(URI base, List<String> problems) {}

    static Checked check(URI base) {
        List<String> problems = new ArrayList<>();
        String scheme = base.getScheme() == null ? "" : base.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            problems.add("has not the scheme http or https");
        }
        if (base.getHost() == null || !HOST.matcher(base.getHost()).matches()) {
            problems.add("has no host, or one with other characters than letters, digits, '.' and '-'");
        }
        if (base.getRawUserInfo() != null) {
            problems.add("holds a user or password; give them as credentials");
        }
        if (base.getRawQuery() != null || base.getRawFragment() != null) {
            problems.add("has a query or fragment");
        }
        if (base.getPort() == 0 || base.getPort() > 65_535) {
            problems.add("has a port that is not 1 to 65535");
        }
        if (base.getRawPath() != null && !PATH.matcher(base.getRawPath()).matches()) {
            problems.add("has a path with other characters than letters, digits, '.', '_', '~', '-' and single '/'");
        }
        String text = base.toString();
        boolean slash = problems.isEmpty() && text.endsWith("/");
        return new Checked(slash ? URI.create(text.substring(0, text.length() - 1)) : base, List.copyOf(problems));
    }
}
