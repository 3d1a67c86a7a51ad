package io.dsreview.superset.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.superset.FakeSuperset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The shapes in which Superset 3.1 to 6.1 answer that something is wrong, and the codes they become. */
class ErrorBodiesTest {

    record Shape(int status, String body, String code, String says) {}

    static List<Shape> shapes() {
        return List.of(
                new Shape(
                        401,
                        "{\"msg\":\"Missing Authorization Header\"}",
                        "SUPERSET_TOKEN_REFUSED",
                        "Missing Authorization Header"),
                new Shape(422, "{\"msg\":\"Not enough segments\"}", "SUPERSET_TOKEN_REFUSED", "Not enough segments"),
                new Shape(
                        401,
                        "{\"message\":\"Access is Denied\",\"severity\":\"danger\"}",
                        "SUPERSET_ACCESS_DENIED",
                        "Access is Denied"),
                new Shape(403, "{\"message\":\"Forbidden\"}", "SUPERSET_ACCESS_DENIED", "Forbidden"),
                new Shape(
                        403,
                        "{\"error_type\":\"DATASOURCE_SECURITY_ACCESS_ERROR\",\"extra\":{\"datasource\":1},"
                                + "\"message\":\"This endpoint requires the datasource 1\"}",
                        "SUPERSET_ACCESS_DENIED",
                        "This endpoint requires the datasource 1"),
                new Shape(
                        500,
                        "{\"errors\":[{\"message\":\"You need access to the following tables: orders\","
                                + "\"error_type\":\"TABLE_SECURITY_ACCESS_ERROR\",\"extra\":{\"tables\":[\"orders\"]}}]}",
                        "SUPERSET_ACCESS_DENIED",
                        "You need access to the following tables: orders"),
                new Shape(
                        400,
                        "{\"errors\":[{\"message\":\"400 Bad Request: The CSRF token is missing.\","
                                + "\"error_type\":\"GENERIC_BACKEND_ERROR\",\"level\":\"error\",\"extra\":{}}]}",
                        "SUPERSET_CSRF_REFUSED",
                        "400 Bad Request: The CSRF token is missing."),
                new Shape(
                        400,
                        "{\"message\":{\"json\":[\"Unknown field.\"]}}",
                        "SUPERSET_REQUEST_REFUSED",
                        "json: Unknown field."),
                new Shape(
                        422,
                        "{\"message\":{\"surprise\":[\"Unknown field.\"]}}",
                        "SUPERSET_REQUEST_REFUSED",
                        "surprise: Unknown field."),
                new Shape(404, "{\"error\":\"Dashboard not found.\"}", "SUPERSET_NOT_FOUND", "Dashboard not found."),
                new Shape(404, "{\"message\":\"Not found\"}", "SUPERSET_NOT_FOUND", "Not found"),
                new Shape(405, "{\"errors\":[{\"message\":\"405\"}]}", "SUPERSET_REQUEST_REFUSED", "405"),
                new Shape(429, "{\"message\":\"50 per 1 second\"}", "SUPERSET_RATE_LIMITED", "50 per 1 second"),
                new Shape(500, "{\"message\":\"Fatal error\"}", "SUPERSET_FAILED", "Fatal error"),
                new Shape(500, "{\"error\":\"'conf' is undefined\"}", "SUPERSET_FAILED", "'conf' is undefined"),
                new Shape(
                        500,
                        "{\"errors\":[{\"message\":\"one\"},{\"message\":\"two\"}]}",
                        "SUPERSET_FAILED",
                        "one two"),
                new Shape(502, "{\"message\":\"Bad gateway\"}", "SUPERSET_UNAVAILABLE", "Bad gateway"),
                new Shape(504, "{}", "SUPERSET_UNAVAILABLE", "-"));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void becomeACodeAndAQuotation(Shape shape) {
        try (FakeSuperset server = new FakeSuperset().json("POST /api/v1/chart/9", shape.status(), shape.body());
                Talk talk = Talk.with(server)) {
            ApiRequest request = ApiRequest.post("anything", Map.of(), "chart", "9");
            Answer.Received answer = (Answer.Received) talk.send(request);

            assertThat(SupersetFailures.of(FakeSuperset.PROD, request, answer).code())
                    .isEqualTo(shape.code());
            assertThat(answer.words().says()).isEqualTo(shape.says());
        }
    }
}
