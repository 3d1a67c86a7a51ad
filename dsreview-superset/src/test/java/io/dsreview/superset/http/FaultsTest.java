package io.dsreview.superset.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.superset.FakeSuperset;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.junit.jupiter.api.Test;

/** Servers and networks that misbehave: bounded, told apart, and never an exception. */
class FaultsTest {

    private static Answer answerTo(MockResponse response, ApiRequest request, String path) {
        try (FakeSuperset server = new FakeSuperset().answer(path, any -> response);
                Talk talk = Talk.with(server)) {
            long start = System.nanoTime();
            Answer answer = talk.open(Duration.ofSeconds(1)).send(request);

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
            return answer;
        }
    }

    private static String codeOf(MockResponse response) {
        return Talk.code(answerTo(response, Talk.DATASET, Talk.DATASET_PATH));
    }

    @Test
    void aSlowDripEndsWithTheDeadline() {
        MockResponse drip = FakeSuperset.response(200, "{\"a\":\"" + "x".repeat(5_000) + "\"}")
                .newBuilder()
                .throttleBody(1, 50, TimeUnit.MILLISECONDS)
                .build();

        assertThat(codeOf(drip)).isEqualTo("SUPERSET_TIMEOUT");
    }

    @Test
    void aHeadThatNeverComesEndsWithTheDeadline() {
        MockResponse never = new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build();

        assertThat(codeOf(never)).isEqualTo("SUPERSET_TIMEOUT");
    }

    @Test
    void aCutConnectionIsAnIncompleteAnswer() {
        MockResponse cut = FakeSuperset.response(200, "{\"a\":\"" + "x".repeat(50_000) + "\"}")
                .newBuilder()
                .onResponseBody(new SocketEffect.CloseSocket())
                .build();

        assertThat(codeOf(cut)).isEqualTo("SUPERSET_ANSWER_INCOMPLETE");
    }

    @Test
    void fiftyMegabytesAreNotRead() {
        MockResponse huge = new MockResponse.Builder()
                .body(new Buffer().write(new byte[50 * 1024 * 1024]))
                .build();

        assertThat(codeOf(huge)).isEqualTo("SUPERSET_ANSWER_TOO_LARGE");
    }

    @Test
    void anotherContentTypeDoesNotMatterButTheContentDoes() {
        MockResponse json = new MockResponse.Builder()
                .addHeader("Content-Type", "text/html")
                .body("{\"id\":1}")
                .build();
        MockResponse page = new MockResponse.Builder()
                .addHeader("Content-Type", "application/json")
                .body("<!doctype html><title>Login</title>")
                .build();

        assertThat(Talk.status(answerTo(json, Talk.DATASET, Talk.DATASET_PATH))).isEqualTo(200);
        assertThat(codeOf(page)).isEqualTo("SUPERSET_ANSWER_NOT_JSON");
    }

    @Test
    void aRedirectToAnotherHostIsNotFollowed() {
        try (FakeSuperset other = new FakeSuperset()) {
            MockResponse redirect = new MockResponse.Builder()
                    .code(307)
                    .addHeader("Location", other.base() + "/api/v1/dataset/7")
                    .build();

            assertThat(codeOf(redirect)).isEqualTo("SUPERSET_REDIRECTED");
            assertThat(other.requests()).isEmpty();
        }
    }

    @Test
    void theErrorPageOfAGatewayIsToldFromThatOfSuperset() {
        for (int status : new int[] {502, 503, 504}) {
            assertThat(codeOf(FakeSuperset.response(status, "<html><h1>Bad gateway</h1></html>")))
                    .isEqualTo("SUPERSET_UNAVAILABLE");
        }
        assertThat(codeOf(FakeSuperset.response(500, "<html><h1>Error</h1></html>")))
                .isEqualTo("SUPERSET_ANSWER_NOT_JSON");
    }

    @Test
    void theLoginPageIsReadWithinTheSameBounds() {
        ApiRequest page = ApiRequest.open("login page", ApiRequest.Format.BOOTSTRAP, "login", "");
        String path = "GET /login/";

        assertThat(Talk.code(answerTo(
                        new MockResponse.Builder()
                                .body(new Buffer().write(new byte[2_000_000]))
                                .build(),
                        page,
                        path)))
                .isEqualTo("SUPERSET_ANSWER_TOO_LARGE");
        assertThat(Talk.code(answerTo(FakeSuperset.response(200, "<html>no data here</html>"), page, path)))
                .isEqualTo("SUPERSET_ANSWER_NOT_JSON");
        assertThat(Talk.code(answerTo(
                        new MockResponse.Builder()
                                .code(302)
                                .addHeader("Location", "https://sso.example/authorize")
                                .build(),
                        page,
                        path)))
                .isEqualTo("SUPERSET_REDIRECTED");
        Answer.Received read = (Answer.Received)
                answerTo(FakeSuperset.response(200, "<div data-bootstrap='{&quot;a&quot;:1}'>"), page, path);
        assertThat(read.body().at("a").integer()).hasValue(1);
    }
}
