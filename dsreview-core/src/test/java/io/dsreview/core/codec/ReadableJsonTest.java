package io.dsreview.core.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.canonical.JsonText;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/** {@link JsonText#pretty} is another writer of the same layout. */
class ReadableJsonTest {

    private final SessionCodec codec = new SessionCodec();

    @Property(tries = 50)
    void laysASessionOutAsItsPlainValuesAre(@ForAll long seed) {
        for (AnySession any : List.of(AnySession.full(new Random(seed)), AnySession.sparse(new Random(seed)))) {
            String text = codec.readable(any.next());

            assertThat(text).isEqualTo(JsonText.pretty(JsonText.parse(text)));
        }
    }

    @Example
    void escapesWhatCanonicalTextEscapesAndNothingElse() {
        String ascii = IntStream.range(0, 0xa1).mapToObj(Character::toString).collect(Collectors.joining());
        Map<String, Object> texts = Map.of(ascii, ascii + "/</\u2028\u2029\ufeff\ud83d\ude00Ж");

        assertThat(codec.readable(texts)).isEqualTo(JsonText.pretty(texts));
    }

    @Example
    void writesWhatIsEmptyOnOneLine() {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("list", List.of());
        values.put("map", Map.of());
        values.put("nested", List.of(List.of(), Map.of()));
        values.put("nothing", null);

        assertThat(codec.readable(values)).isEqualTo(JsonText.pretty(values));
        assertThat(codec.readable(Collections.emptyList())).isEqualTo("[]\n");
    }
}
