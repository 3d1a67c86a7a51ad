package io.dsreview.core.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.core.fuzz.HostileText;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Code;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A parser of CommonMark with GitHub's tables and autolinks reads back what was written, and nothing that it made of it. */
class MarkdownTest {

    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create(), AutolinkExtension.create()))
            .build();

    static Stream<String> hostile() {
        Random random = new Random(1);
        Stream<String> mixed = Stream.generate(() -> HostileText.storable(random)
                        + (random.nextBoolean() ? " " : "")
                        + HostileText.storable(random)
                        + HostileText.storable(random))
                .limit(2_000);
        return Stream.concat(HostileText.FRAGMENTS.stream(), mixed);
    }

    @Test
    void everyTextSurvivesInACellWordForWord() {
        hostile().forEach(text -> {
            List<TableCell> cells =
                    cells(new Markdown().table(List.of("a", "b"), List.of(List.of(Markdown.text(text), "end"))));

            assertThat(cells).as(text).hasSize(2);
            assertThat(words(read(cells.get(0)))).as(text).isEqualTo(words(visible(text)));
            assertThat(read(cells.get(1))).isEqualTo("end");
        });
    }

    @Test
    void everyTextSurvivesAsCodeCharacterForCharacter() {
        hostile().forEach(text -> {
            List<TableCell> cells =
                    cells(new Markdown().table(List.of("a", "b"), List.of(List.of(Markdown.code(text), "end"))));

            assertThat(cells).as(text).hasSize(2);
            assertThat(read(cells.get(0)).strip())
                    .as(text)
                    .isEqualTo(escaped(text).strip());
        });
    }

    @ParameterizedTest
    @MethodSource("fragments")
    void everyTextSurvivesAsASentence(String text) {
        Node document =
                PARSER.parse(new Markdown().sentence(text).sentence("end").toString());

        Node list = document.getFirstChild();
        assertThat(list.getNext()).isNull();
        assertThat(words(read(list.getFirstChild().getFirstChild()))).isEqualTo(words(visible(text)));
        assertThat(read(list.getLastChild().getFirstChild())).isEqualTo("end");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ":smile:",
                "a:smile:b",
                "::smile::",
                ":+1:",
                ":-1:",
                ":100:",
                ":Tada:",
                "\\:x:",
                "so :white_check_mark:, then"
            })
    void whatARendererMakesAnEmojiOfIsCode(String text) {
        Node cell = cells(new Markdown().table(List.of("a"), List.of(List.of(Markdown.text(text)))))
                .get(0);

        assertThat(words(read(cell))).isEqualTo(words(text));
        assertThat(children(cell).stream()
                        .filter(Text.class::isInstance)
                        .map(node -> ((Text) node).getLiteral())
                        .collect(Collectors.joining()))
                .doesNotContain(":");
    }

    @ParameterizedTest
    @ValueSource(strings = {"12:30:45", "at 2026-03-01T12:00:00Z", "Note: of", "a:b", "имя:значение:"})
    void whatIsNoEmojiStaysReadable(String text) {
        assertThat(Markdown.text(text)).isEqualTo(text);
    }

    static List<String> fragments() {
        return HostileText.FRAGMENTS.stream().filter(text -> !text.isBlank()).toList();
    }

    private static List<TableCell> cells(Markdown markdown) {
        Node table = PARSER.parse(markdown.toString()).getFirstChild();
        assertThat(table.getNext()).isNull();
        Node row = ((TableBody) table.getLastChild()).getFirstChild();
        assertThat(row.getNext()).isNull();
        return children(row).stream().map(TableCell.class::cast).toList();
    }

    /** What a reader sees; anything but text and code is a failure. */
    private static String read(Node parent) {
        return children(parent).stream()
                .map(node -> {
                    assertThat(node).isInstanceOfAny(Text.class, Code.class);
                    return node instanceof Text text ? text.getLiteral() : ((Code) node).getLiteral();
                })
                .collect(Collectors.joining());
    }

    private static List<Node> children(Node parent) {
        List<Node> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            children.add(child);
        }
        return children;
    }

    /** Line ends and tabs part words in running text. */
    private static String visible(String text) {
        return escaped(text.replaceAll("[\\r\\n\\t]", " "));
    }

    /** What cannot be seen is written as its escape. */
    private static String escaped(String text) {
        return text.codePoints()
                .mapToObj(c -> Character.toString(c)
                                .matches("[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\p{Cn}\\p{Co}]|[\\p{Cf}&&[^\\u200c\\u200d]]")
                        ? String.format("\\u%04x", c)
                        : Character.toString(c))
                .collect(Collectors.joining());
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split(" +"));
    }
}
