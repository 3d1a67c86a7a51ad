package io.dsreview.superset;

import io.dsreview.api.access.Actor;
import io.dsreview.api.access.Role;
import io.dsreview.api.id.EnvironmentId;
import io.dsreview.api.superset.LinkReading;
import io.dsreview.api.superset.SupersetContextExtractor.Recovery;
import io.dsreview.api.superset.SupersetCredential;
import io.dsreview.api.superset.SupersetCredentials;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** A web server that answers as Superset 6.1 does, and can be told to answer anything else. */
public final class FakeSuperset implements AutoCloseable {

    static {
        CapturedLog.install();
    }

    public static final EnvironmentId PROD = new EnvironmentId("prod");
    public static final Actor ANN = Actor.of("acme", "ann", Role.MAINTAINER);
    public static final String PASSWORD = "pass-7f31-word";
    public static final String TOKEN = "token-aa11bb22cc33";
    public static final String CSRF = "csrf-dd44ee55";
    public static final String COOKIE = "cookie-ff66gg77";

    private static final String LOGIN_PAGE = """
            <!DOCTYPE html><html><body><div id="app" data-bootstrap="{&#34;common&#34;: {&#34;feature_flags&#34;:
             {&#34;ENABLE_TEMPLATE_PROCESSING&#34;: true}, &#34;menu_data&#34;: {&#34;navbar_right&#34;:
             {&#34;version_string&#34;: &#34;%s&#34;}}}}"></div></body></html>""";

    private final MockWebServer server = new MockWebServer();
    private final Map<String, Function<RecordedRequest, MockResponse>> answers = new ConcurrentHashMap<>();
    private final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();

    public FakeSuperset() {
        wellBehaved();
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                requests.add(request);
                String path = request.getTarget().replaceFirst("\\?.*", "");
                Function<RecordedRequest, MockResponse> answer = answers.get(request.getMethod() + " " + path);
                return answer == null ? response(404, "{\"message\":\"Not found\"}") : answer.apply(request);
            }
        });
        try {
            server.start();
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Lets everybody in, and knows nothing else. */
    void wellBehaved() {
        answers.clear();
        json(
                "POST /api/v1/security/login",
                200,
                "{\"access_token\":\"" + TOKEN + "\",\"refresh_token\":\"refresh-1\"}");
        version("6.1.0");
        answer("GET /api/v1/security/csrf_token/", request -> response(200, "{\"result\":\"" + CSRF + "\"}")
                .newBuilder()
                .addHeader("Set-Cookie", "session=" + COOKIE + "; HttpOnly; Path=/; SameSite=Lax")
                .build());
    }

    /** Lets the login page tell a version. */
    public FakeSuperset version(String version) {
        return answer("GET /login/", any -> new MockResponse.Builder()
                .addHeader("Content-Type", "text/html; charset=utf-8")
                .body(LOGIN_PAGE.formatted(version))
                .build());
    }

    /** Answers a request, named as {@code GET /api/v1/dashboard/1}. */
    public FakeSuperset answer(String request, Function<RecordedRequest, MockResponse> answer) {
        answers.put(request, answer);
        return this;
    }

    public FakeSuperset json(String request, int status, String body) {
        return answer(request, any -> response(status, body));
    }

    /** Answers these requests, as it was told to before, when all of them have arrived; else nothing but 503. */
    void together(List<String> requests) {
        CountDownLatch arrived = new CountDownLatch(requests.size());
        for (String request : requests) {
            Function<RecordedRequest, MockResponse> told = Objects.requireNonNull(answers.get(request), request);
            answers.put(request, any -> {
                arrived.countDown();
                try {
                    return arrived.await(5, TimeUnit.SECONDS)
                            ? told.apply(any)
                            : response(503, "{\"message\":\"alone\"}");
                } catch (InterruptedException stop) {
                    Thread.currentThread().interrupt();
                    return response(503, "{\"message\":\"stopped\"}");
                }
            });
        }
    }

    public static MockResponse response(int status, String body) {
        return new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", "application/json; charset=utf-8")
                .body(body)
                .build();
    }

    public String base() {
        return "http://127.0.0.1:" + server.getPort();
    }

    public List<RecordedRequest> requests() {
        return requests;
    }

    public List<String> requested() {
        return requests.stream()
                .map(request -> request.getMethod() + " " + request.getTarget().replaceFirst("\\?.*", ""))
                .toList();
    }

    public List<RecordedRequest> requestsOf(String path) {
        return requests.stream()
                .filter(request -> request.getTarget().startsWith(path))
                .toList();
    }

    public SupersetConfigBuilder config(SupersetCredential credential) {
        return SupersetConfig.builder()
                .environment(PROD.value(), URI.create(base()), SupersetCredentials.fixed(credential))
                .trustedDatasets(PROD.value(), 12, 14)
                .connectTimeout(Duration.ofSeconds(5))
                .readTimeout(Duration.ofSeconds(5))
                .callTimeout(Duration.ofSeconds(8))
                .probeTimeout(Duration.ofSeconds(5));
    }

    public Superset connect() {
        return Superset.connect(
                config(SupersetCredential.password("svc", PASSWORD)).build());
    }

    /** Reads and recovers a link that is given by its path. */
    public static Recovery recover(Superset superset, FakeSuperset server, String path) {
        LinkReading reading = superset.contextExtractor().read(server.base() + path);
        return superset.contextExtractor().recover(((LinkReading.Supported) reading).link(), ANN);
    }

    @Override
    public void close() {
        server.close();
    }
}
