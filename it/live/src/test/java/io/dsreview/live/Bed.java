package io.dsreview.live;

import io.dsreview.DsReview;
import io.dsreview.Review;
import io.dsreview.api.access.Actor;
import io.dsreview.api.access.Role;
import io.dsreview.api.canonical.JsonText;
import io.dsreview.api.execution.DatasetReference;
import io.dsreview.api.superset.SupersetCredential;
import io.dsreview.api.superset.SupersetCredentials;
import io.dsreview.core.store.InMemoryReviewStore;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The running Superset and what was put into it, from the manifest that the seed wrote. */
final class Bed {

    static final Actor ANN = Actor.of("acme", "ann", Role.MAINTAINER);

    private final Map<?, ?> manifest;

    private Bed(Map<?, ?> manifest) {
        this.manifest = manifest;
    }

    static Bed fromSystemProperty() throws IOException {
        String file = System.getProperty("live.manifest");
        if (file == null || file.isBlank()) {
            throw new IllegalStateException("The live tests need a running Superset. Start and seed one with"
                    + " it/superset/superset.sh, and name its manifest with -Dlive.manifest=FILE.");
        }
        return new Bed((Map<?, ?>) JsonText.parse(Files.readString(Path.of(file))));
    }

    String base() {
        return text(manifest, "base");
    }

    String link(String name) {
        return text((Map<?, ?>) manifest.get("links"), name);
    }

    String version() {
        return text(manifest, "version");
    }

    DatasetReference dataset(String name) {
        long id = (Long) ((Map<?, ?>) manifest.get("datasets")).get(name);
        return new DatasetReference(id, name, (Long) manifest.get("database_id"), "main", null);
    }

    String dataFile() {
        return text(manifest, "data_file");
    }

    long chart(String name) {
        return (Long) ((Map<?, ?>) manifest.get("charts")).get(name);
    }

    String password(String user) {
        return text((Map<?, ?>) ((Map<?, ?>) manifest.get("users")).get(user), "password");
    }

    DsReview reviewsAs(String user) {
        return DsReview.builder()
                .environment(
                        "live",
                        URI.create(base()),
                        SupersetCredentials.fixed(SupersetCredential.password(user, password(user))))
                .store(new InMemoryReviewStore())
                .build();
    }

    Review start(DsReview reviews, String link) {
        return reviews.start(ANN, link(link)).orElseThrow();
    }

    private static String text(Map<?, ?> object, String field) {
        return String.valueOf(object.get(field));
    }
}
