package io.dsreview.superset.jinja;

import java.util.Set;

/** Names that Jinja itself defines (Jinja 3.1). */
final class BuiltIns {

    static final Set<String> FUNCTIONS = Set.of("range", "dict", "lipsum", "cycler", "joiner", "namespace");

    static final Set<String> FILTERS = words("""
            abs attr batch capitalize center count d default dictsort e escape filesizeformat first float forceescape
            format groupby indent int items join last length list lower map max min pprint random reject rejectattr
            replace reverse round safe select selectattr slice sort string striptags sum title tojson trim truncate
            unique upper urlencode urlize wordcount wordwrap xmlattr""");

    /** Those that can be written behind an {@code is}; Jinja has others such as {@code ==} for its own use. */
    static final Set<String> TESTS = words("""
            boolean callable defined divisibleby eq equalto escaped even false filter float ge greaterthan gt in
            integer iterable le lessthan lower lt mapping ne none number odd sameas sequence string test true
            undefined upper""");

    private BuiltIns() {}

    private static Set<String> words(String text) {
        return Set.of(text.split("\\s+", -1));
    }
}
