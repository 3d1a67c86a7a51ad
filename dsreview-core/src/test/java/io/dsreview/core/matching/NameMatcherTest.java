package io.dsreview.core.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.semantic.Similarity;
import io.dsreview.api.semantic.Similarity.Cue;
import io.dsreview.api.semantic.Similarity.Kind;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameMatcherTest {

    private static final List<String> ENTRIES = List.of(
            "customer_address",
            "birth_date",
            "order_quantity",
            "Straßenname",
            "город_доставки",
            "net price",
            "category",
            "unrelated");

    private static NameMatcher matcher(List<String> entries) {
        Map<String, String> names = new LinkedHashMap<>();
        entries.forEach(entry -> names.put(entry, ""));
        return new NameMatcher(names, List.of("customer_id", "delivery_date"));
    }

    @ParameterizedTest
    @CsvSource({
        "CUSTOMER-ADDRESS, customer_address, case and separators",
        "customerAddress, customer_address, where the case changes",
        "customeraddress, customer_address, written together",
        "customer_addresses, customer_address, plural",
        "categories, category, another plural",
        "address_customer, customer_address, word order",
        "address of the customer, customer_address, words that connect",
        "cust_addr, customer_address, abbreviations",
        "cstmr_address, customer_address, without vowels",
        "custmer_adress, customer_address, misspelt",
        "dob, birth_date, initials",
        "ord_qty, order_quantity, more abbreviations",
        "STRASSENNAME, Straßenname, an eszett",
        "gorod_dostavki, город_доставки, Cyrillic in Latin letters",
        "Price Net (EUR), net price, one word more",
    })
    void SE3_findsTheSameNameInOtherClothes(String field, String entry, String what) {
        List<Similarity> found = matcher(ENTRIES).similar(field);

        assertThat(found).as(what).isNotEmpty();
        assertThat(found.get(0).entry()).as(what).isEqualTo(entry);
    }

    @ParameterizedTest
    @CsvSource({"shard", "x", "q7", "''", "___", "'💥'", "checksum"})
    void SE3_findsNothingForWhatIsNotThere(String field) {
        assertThat(matcher(ENTRIES).similar(field)).isEmpty();
    }

    @Test
    void theSameWordsScoreFull() {
        assertThat(matcher(ENTRIES).similar("addressCustomer").get(0).score()).isEqualTo(1_000);
    }

    @Test
    void saysWhichWordsWereTakenForEachOther() {
        Similarity found = matcher(ENTRIES).similar("cust_adress").get(0);

        assertThat(found.cues())
                .containsExactly(
                        new Cue(Kind.OTHER_NAME, "cust", "customer"), new Cue(Kind.SPELLED_ALIKE, "adress", "address"));
    }

    @Test
    void equalScoresStandInTheOrderOfTheDictionary() {
        List<Similarity> found =
                matcher(List.of("sales region", "home region", "shop region")).similar("region");

        assertThat(found).extracting(Similarity::entry).containsExactly("sales region", "home region", "shop region");
    }

    @Test
    void aMeaningOfAnAbbreviationIsChosenByWhatTheDictionaryHas() {
        assertThat(matcher(List.of("street", "other")).similar("st"))
                .extracting(Similarity::entry)
                .containsExactly("street");
        assertThat(matcher(List.of("state", "other")).similar("st"))
                .extracting(Similarity::entry)
                .containsExactly("state");
    }

    @Test
    void isFinishedInTimeWhateverTheNames() {
        Random random = new Random(11);
        Map<String, String> entries = new LinkedHashMap<>();
        IntStream.range(0, 50_000)
                .forEach(i -> entries.put("a" + Long.toString(random.nextLong() >>> 20, 36) + "_value_" + i, ""));
        List<String> fields = IntStream.range(0, 1_000)
                .mapToObj(i -> "a" + Long.toString(random.nextLong() >>> 20, 36) + "_value_" + i)
                .toList();

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            NameMatcher matcher = new NameMatcher(entries, fields);
            fields.forEach(matcher::similar);
        });
    }
}
