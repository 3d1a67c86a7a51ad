package io.dsreview.superset.capability;

import io.dsreview.superset.http.Json;
import java.util.Optional;

/**
 * What the description of a Superset's API (OpenAPI, {@code /api/v1/_openapi}) gives away of its release: each release since
 * 3.1 added something that the one before had not. Stateless.
 */
final class ApiDescription {

    private ApiDescription() {}

    static Optional<SupersetVersion> behavesLike(Json description) {
        Json paths = description.at("paths");
        Json schemas = description.at("components").at("schemas");
        if (has(schemas, "FormatQueryPayloadSchema", "template_params")) {
            return release(6, 1);
        }
        if (paths.at("/api/v1/theme/").isObject()) {
            return release(6, 0);
        }
        if (paths.at("/api/v1/sqllab/permalink").isObject()) {
            return release(5, 0);
        }
        if (has(schemas, "ExecutePayloadSchema", "catalog")) {
            return release(4, 1);
        }
        return paths.at("/api/v1/sqllab/format_sql/").isObject() ? release(3, 1) : Optional.empty();
    }

    private static boolean has(Json schemas, String schema, String property) {
        return schemas.at(schema).at("properties").at(property).isObject();
    }

    private static Optional<SupersetVersion> release(int major, int minor) {
        return Optional.of(new SupersetVersion(major, minor, 0));
    }
}
