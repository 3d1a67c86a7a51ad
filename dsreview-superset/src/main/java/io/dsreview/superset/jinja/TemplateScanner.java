package io.dsreview.superset.jinja;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the blocks of a template. Text, comments and raw sections are passed over. */
final class TemplateScanner {

    private static final Pattern END_RAW = Pattern.compile("\\{%[-+]?\\s*endraw\\s*[-+]?%}");

    private final String source;
    private final List<Block> blocks = new ArrayList<>();

    private TemplateScanner(String source) {
        this.source = source;
    }

    /** Returns the blocks up to the end, or up to the first fault, which is thrown after {@code found} has them. */
    static void scan(String source, List<Block> found) throws TemplateFault {
        TemplateScanner scanner = new TemplateScanner(source);
        try {
            scanner.scan();
        } finally {
            found.addAll(scanner.blocks);
        }
    }

    private void scan() throws TemplateFault {
        int at = 0;
        while (at < source.length()) {
            int brace = source.indexOf('{', at);
            if (brace < 0 || brace + 1 == source.length()) {
                return;
            }
            at = switch (source.charAt(brace + 1)) {
                case '#' -> afterComment(brace);
                case '{' -> block(brace, false);
                case '%' -> block(brace, true);
                default -> brace + 1;
            };
        }
    }

    private int afterComment(int start) throws TemplateFault {
        int end = source.indexOf("#}", start + 2);
        if (end < 0) {
            throw new TemplateFault("missing end of comment", start);
        }
        return end + 2;
    }

    private int block(int start, boolean isStatement) throws TemplateFault {
        int inside = start + 2;
        if (inside < source.length() && (source.charAt(inside) == '-' || source.charAt(inside) == '+')) {
            inside++;
        }
        TokenScanner tokens = new TokenScanner(source, inside, isStatement ? "%}" : "}}");
        Block block = new Block(isStatement, tokens.scan(start), start);
        boolean isRaw = isStatement
                && block.tokens().size() == 2
                && block.tokens().get(0).isName("raw");
        if (!isRaw) {
            blocks.add(block);
            return tokens.end();
        }
        Matcher endRaw = END_RAW.matcher(source);
        if (!endRaw.find(tokens.end())) {
            throw new TemplateFault("missing end of raw section", start);
        }
        return endRaw.end();
    }
}
