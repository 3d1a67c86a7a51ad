package io.dsreview.core.fuzz;

import java.util.List;
import java.util.Random;

/** Texts that try to be something else, too long, or no text at all. */
public final class HostileText {

    /** Texts that can be stored and shown, whatever they look like. */
    public static final List<String> FRAGMENTS = List.of(
            "# Heading",
            "\n\n# Heading\n\n- item\n",
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "[click](javascript:alert(1))",
            "![x](https://evil.example/x.png)",
            "a | b | c",
            "` `` ``` ````",
            "=cmd|' /C calc'!A0",
            "+1+1",
            "@SUM(A1)",
            "{{ config.items() }} {% raw %} {{ url_param('x') }}",
            "'; DROP TABLE users; --",
            "1) OR 1=1 /* */",
            "safe\u202egpj.exe",
            "\u2066isolated\u2069 \u200bzero\ufeff",
            "a\u0001b\u001b[31mc\u007f\u0085",
            "line\u2028separator\u2029\r\n\t\u000b",
            "Привет, мир",
            "שלום",
            "👩‍💻",
            "e\u0301\u0301\u0301",
            "\uffff\ufffe\ue000",
            "{name} {0} {field} ${x} $1 \\1 %s %n",
            "\"quoted\", 'and',;\ttabbed",
            "NaN",
            "-0",
            "1e999",
            "9".repeat(400),
            "2026-02-30T25:61:61",
            "null",
            "../../etc/passwd");

    /** Texts that cannot be stored. */
    static final List<String> UNSTORABLE = List.of("\0", "a\0b", "\ud83d", "\ude00\ud83d", "x\udc00");

    private static final List<Integer> LENGTHS = List.of(255, 256, 4_000, 4_001, 65_536, 65_537, 1_048_576);

    private HostileText() {}

    static String any(Random random) {
        int kind = random.nextInt(100);
        if (kind < 10) {
            return List.of("", " ", "\t\n", "\u00a0\u2003").get(random.nextInt(4));
        }
        if (kind < 16) {
            return UNSTORABLE.get(random.nextInt(UNSTORABLE.size()));
        }
        if (kind < 20) {
            return "x".repeat(LENGTHS.get(random.nextInt(LENGTHS.size())));
        }
        return kind < 40 ? storable(random) + storable(random) : storable(random);
    }

    /** A text that a port may deliver. */
    public static String storable(Random random) {
        return FRAGMENTS.get(random.nextInt(FRAGMENTS.size()));
    }
}
