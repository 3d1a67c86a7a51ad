package io.dsreview.superset.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.id.EnvironmentId;
import io.dsreview.api.superset.LinkReading;
import io.dsreview.api.superset.SupersetLink;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LinkReaderPropertyTest {

    private static final LinkReader READER = new LinkReader(
            List.of(new KnownHost(new EnvironmentId("prod"), URI.create("https://superset.example.com"))));

    @Property
    void readsAnyTextToAnOutcome(@ForAll String text) {
        assertThat(READER.read(text)).isNotNull();
    }

    @Property
    void takesOnlyTheConfiguredHostFromLinkFragments(@ForAll("fragments") String text) {
        LinkReading reading = READER.read(text);

        if (!(reading instanceof LinkReading.Refused)) {
            assertThat(text.strip().toLowerCase(Locale.ROOT))
                    .matches("(?s)https://superset\\.example\\.com(:443)?([/?#].*)?");
        }
        if (reading instanceof LinkReading.Supported supported
                && supported.link() instanceof SupersetLink.Dashboard link) {
            String named = link.dashboard() + link.permalinkKey() + link.nativeFiltersKey();
            assertThat(named).matches("[\\p{L}\\p{N}_-]+");
        }
    }

    @Provide
    Arbitrary<String> fragments() {
        return Arbitraries.of(
                        "https",
                        "http",
                        "://",
                        ":",
                        "/",
                        "//",
                        "\\",
                        "@",
                        "superset.example.com",
                        "superset",
                        "dashboard",
                        "p",
                        "7",
                        "..",
                        "%2e",
                        "%2F",
                        "?",
                        "&",
                        "=",
                        "#",
                        "native_filters_key",
                        "permalink_key",
                        "key",
                        "a",
                        ".",
                        "443",
                        "[",
                        "]",
                        "%",
                        "\u212A",
                        "\u202E",
                        " ",
                        "https://superset.example.com",
                        "/superset/dashboard/")
                .list()
                .ofMaxSize(14)
                .map(parts -> String.join("", parts));
    }
}
