package io.dsreview.live;

import io.dsreview.DsReview;
import io.dsreview.Review;
import io.dsreview.api.access.Actor;
import io.dsreview.api.access.Role;
import io.dsreview.api.execution.DatasetReference;
import io.dsreview.api.superset.SupersetCredential;
import io.dsreview.api.superset.SupersetCredentials;
import io.dsreview.core.store.InMemoryReviewStore;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** The running Superset and what was put into it, from the manifest that the seed wrote. */
final class Bed {

    static final Actor ANN = Actor.of("acme", "ann", Role.MAINTAINER);

    private final Map<?, ?> manifest;

    /** A maintainer of the same name as a Superset user. */
    static Actor actor(String user) {
        return Actor.of("acme", user, Role.MAINTAINER);
    }

    Bed(Map<?, ?> manifest) {
        this.manifest = manifest;
    }

    String base() {
        return text(manifest, "base");
    }

    String link(String name) {
        return text((Map<?, ?>) manifest.get("links"), name);
    }

    /** The names of all links. */
    Set<String> links() {
        Set<String> names = new TreeSet<>();
        ((Map<?, ?>) manifest.get("links")).keySet().forEach(name -> names.add(String.valueOf(name)));
        return names;
    }

    String version() {
        return text(manifest, "version");
    }

    DatasetReference dataset(String name) {
        long id = (Long) ((Map<?, ?>) manifest.get("datasets")).get(name);
        return new DatasetReference(id, name, (Long) manifest.get("database_id"), "main", null);
    }

    /** What a right recovery of a link is, told by the seed from its own definitions; see {@code it/superset/README.md}. */
    Map<?, ?> expected(String link) {
        return (Map<?, ?>) ((Map<?, ?>) manifest.get("expected")).get(link);
    }

    /** The datasets by name. */
    Map<?, ?> datasets() {
        return (Map<?, ?>) manifest.get("datasets");
    }

    /** What a dataset says about fields, told by the seed from its own definitions. */
    Map<?, ?> reference(String name) {
        return (Map<?, ?>) ((Map<?, ?>) manifest.get("references")).get(name);
    }

    /** The ids of the datasets that a user may see. */
    Set<Long> visibleDatasets(String user) {
        Set<Long> visible = new TreeSet<>();
        Map<?, ?> who = (Map<?, ?>) ((Map<?, ?>) manifest.get("users")).get(user);
        ((List<?>) who.get("datasets"))
                .forEach(name -> visible.add((Long) datasets().get(name)));
        return visible;
    }

    /** The ids of the dashboards that a user may see. */
    Set<Long> visibleDashboards(String user) {
        Set<Long> visible = new TreeSet<>();
        Map<?, ?> who = (Map<?, ?>) ((Map<?, ?>) manifest.get("users")).get(user);
        Map<?, ?> dashboards = (Map<?, ?>) manifest.get("dashboards");
        ((List<?>) who.get("dashboards"))
                .forEach(slug -> visible.add((Long) ((Map<?, ?>) dashboards.get(slug)).get("id")));
        return visible;
    }

    String dataFile() {
        return text(manifest, "data_file");
    }

    long chart(String name) {
        return (Long) ((Map<?, ?>) manifest.get("charts")).get(name);
    }

    /** Whether a chart lists all columns of its dataset and does nothing else, as a review's plain rows do. */
    boolean isRowsOfADataset(long chart) {
        return charts().entrySet().stream()
                .anyMatch(each -> each.getValue().equals(chart)
                        && String.valueOf(each.getKey()).startsWith("Rows of "));
    }

    /** The plain variables that the templates of a dataset ask for, by name. */
    Set<String> plainVariables(long dataset) {
        Set<String> names = new TreeSet<>();
        Map<?, ?> expected = (Map<?, ?>) manifest.get("expected");
        expected.values().stream()
                .map(truth -> ((Map<?, ?>) truth).get("variables"))
                .filter(Objects::nonNull)
                .flatMap(variables -> ((List<?>) variables).stream())
                .map(variable -> (Map<?, ?>) variable)
                .filter(each ->
                        Objects.equals(each.get("dataset"), dataset) && Objects.equals(each.get("kind"), "VARIABLE"))
                .forEach(each -> names.add(String.valueOf(each.get("name"))));
        return names;
    }

    /** Where Superset keeps what it knows. */
    Path metadataFile() {
        return Path.of(dataFile()).resolveSibling("superset.db");
    }

    /** The charts by name. */
    Map<?, ?> charts() {
        return (Map<?, ?>) manifest.get("charts");
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

    @Override
    public String toString() {
        return "Superset " + text(manifest, "version");
    }

    private static String text(Map<?, ?> object, String field) {
        return String.valueOf(object.get(field));
    }
}
