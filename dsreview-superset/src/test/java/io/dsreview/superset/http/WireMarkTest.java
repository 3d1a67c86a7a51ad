package io.dsreview.superset.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dsreview.superset.FakeSuperset;
import java.io.IOException;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.Test;

class WireMarkTest {

    private final WireMark mark = new WireMark();
    private final OkHttpClient http = new OkHttpClient.Builder()
            .addNetworkInterceptor(WireMark.GATE)
            .eventListenerFactory(WireMark.CONNECTIONS)
            .build();

    private Call call(FakeSuperset server) {
        return http.newCall(new Request.Builder()
                .url(server.base() + "/x")
                .tag(WireMark.class, mark)
                .build());
    }

    @Test
    void whatWasGivenUpBeforeItWasSentIsNeverSent() {
        try (FakeSuperset server = new FakeSuperset()) {
            assertThat(mark.giveUp()).isFalse();

            assertThatThrownBy(() -> call(server).execute())
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("given up");
            assertThat(mark.isSent()).isFalse();
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void givingUpWhatWasSentSaysSo() throws IOException {
        try (FakeSuperset server = new FakeSuperset()) {
            call(server).execute().close();

            assertThat(mark.isSent()).isTrue();
            assertThat(mark.wasReused()).isFalse();
            assertThat(mark.giveUp()).isTrue();
        }
    }
}
