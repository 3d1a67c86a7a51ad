package io.dsreview.test.recording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SetCookieTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "session=abc; HttpOnly; Path=/; SameSite=Lax | session=abc; HttpOnly; Path=/; SameSite=Lax",
                "session=abc; Domain=corp.example; Secure; Path=/ | session=abc; Path=/",
                "session=abc; Expires=Fri, 01 Jan 2100 00:00:00 GMT | session=abc",
                "session=; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=0 "
                        + "| session=; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=0",
                "session=; expires=Thu, 01-Jan-1970 00:00:00 GMT | session=; expires=Thu, 01-Jan-1970 00:00:00 GMT",
                "session=\"a=b\" | session=a=b",
                "odd | =odd"
            })
    void suitsACookieJarOverPlainHttpAtAnyTime(String header, String served) {
        assertThat(SetCookie.parse(header).header()).isEqualTo(served);
    }
}
