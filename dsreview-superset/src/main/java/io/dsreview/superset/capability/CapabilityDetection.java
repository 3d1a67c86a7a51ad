package io.dsreview.superset.capability;

import io.dsreview.superset.http.Answer;
import io.dsreview.superset.http.ApiRequest;
import io.dsreview.superset.http.ApiRequest.Format;
import io.dsreview.superset.http.Conversation;
import io.dsreview.superset.http.Json;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Asks a Superset what it is. The login page tells the version and the feature flags at once; where it is hidden, as behind
 * a single sign-on, two other places tell the version; and where no release is told, the description of the API shows it,
 * which is asked last because it takes long to make. What fails is unknown, and no failure. Stateless.
 */
final class CapabilityDetection {

    private static final ApiRequest LOGIN_PAGE = ApiRequest.open("login page", Format.BOOTSTRAP, "login", "");
    private static final ApiRequest VERSION = ApiRequest.open("version", Format.FILE, "version");
    private static final ApiRequest VERSION_FILE =
            ApiRequest.open("version file", Format.FILE, "static", "version_info.json");
    private static final ApiRequest API_DESCRIPTION = ApiRequest.get("API description", "_openapi");

    private static final String TEMPLATES = "ENABLE_TEMPLATE_PROCESSING";
    private static final Pattern FLAG = Pattern.compile("[A-Z0-9_]{1,100}");
    private static final Pattern ROOT = Pattern.compile("/[A-Za-z0-9._~/-]{0,255}");
    private static final int MOST_FLAGS = 500;

    private CapabilityDetection() {}

    static SupersetCapabilities of(Conversation conversation) {
        Json common = body(conversation, LOGIN_PAGE).at("common");
        Optional<SupersetVersion> version = release(
                        common.at("menu_data").at("navbar_right").at("version_string"))
                .or(() -> release(body(conversation, VERSION).at("version_string")))
                .or(() -> release(body(conversation, VERSION_FILE).at("version")));
        return new SupersetCapabilities(
                version,
                version.or(() -> ApiDescription.behavesLike(body(conversation, API_DESCRIPTION))),
                support(common.at("feature_flags").at(TEMPLATES)),
                flags(common.at("feature_flags")),
                root(common.at("application_root").text("")));
    }

    /** Returns what was answered; absent if that was no success. */
    private static Json body(Conversation conversation, ApiRequest request) {
        return conversation.send(request) instanceof Answer.Received received && received.isSuccess()
                ? received.body()
                : Json.ABSENT;
    }

    private static Optional<SupersetVersion> release(Json text) {
        return SupersetVersion.parse(text.text(""));
    }

    private static Support support(Json flag) {
        if (!flag.isBoolean()) {
            return Support.UNKNOWN;
        }
        return flag.isTrue() ? Support.YES : Support.NO;
    }

    private static Set<String> flags(Json flags) {
        return flags.members().entrySet().stream()
                .filter(flag ->
                        flag.getValue().isTrue() && FLAG.matcher(flag.getKey()).matches())
                .limit(MOST_FLAGS)
                .map(flag -> flag.getKey())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Optional<String> root(String path) {
        if (!ROOT.matcher(path).matches()) {
            return Optional.empty();
        }
        return Optional.of(path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
    }
}
