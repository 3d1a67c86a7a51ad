package io.dsreview.superset.context;

import io.dsreview.api.error.Problem;
import io.dsreview.api.mapping.FilterOrigin;
import io.dsreview.api.superset.RecoveredContext.Kind;
import io.dsreview.api.superset.SupersetLink;
import io.dsreview.api.superset.SupersetLink.InlineSql;
import io.dsreview.superset.capability.Capability;
import io.dsreview.superset.capability.SupersetCapabilities;
import io.dsreview.superset.dataset.DatasetReading;
import io.dsreview.superset.error.SupersetErrorCode;
import io.dsreview.superset.http.ApiRequest;
import io.dsreview.superset.http.Json;
import io.dsreview.superset.rison.Rison;
import io.dsreview.superset.text.SafeText;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads all there is about a link into SQL Lab, or to a dataset. */
final class SqlLabSource {

    private static final Pattern ENTRY_OF_OLD = Pattern.compile("kv:[0-9]{1,18}");
    private static final int ONE_DIGIT = "kv:1".length();

    private final LinkReads reads;
    private final SupersetCapabilities capabilities;
    private final Set<String> siteNames;

    SqlLabSource(LinkReads reads, SupersetCapabilities capabilities, Set<String> siteNames) {
        this.reads = reads;
        this.capabilities = capabilities;
        this.siteNames = siteNames;
    }

    Gathered gather(SupersetLink.Dataset link) throws NotRecoverable {
        return gathered(link, Kind.DATASET, null, link.dataset());
    }

    Gathered gather(SupersetLink.SqlLab link) throws NotRecoverable {
        QueryWire query = link.dataset() != null && link.inline() == null ? null : query(link);
        return gathered(link, Kind.SQL_LAB, query, link.dataset());
    }

    private QueryWire query(SupersetLink.SqlLab link) throws NotRecoverable {
        InlineSql inline = link.inline();
        if (inline != null) {
            return new QueryWire(
                    Objects.requireNonNullElse(inline.name(), ""),
                    inline.sql(),
                    inline.databaseId() != null ? inline.databaseId() : databaseNamed(inline.databaseName()),
                    inline.catalog(),
                    inline.schema(),
                    Json.ABSENT,
                    false,
                    FilterOrigin.URL);
        }
        if (link.savedQuery() != null) {
            ApiRequest request = ApiRequest.get("saved query", "saved_query", String.valueOf(link.savedQuery()));
            return QueryWire.saved(own(request).at("result"));
        }
        if (link.query() != null) {
            ApiRequest request = ApiRequest.get("query", "query", String.valueOf(link.query()));
            return QueryWire.run(own(request).at("result"));
        }
        return permalink(String.valueOf(link.permalinkKey()));
    }

    /** Returns the id of the one database of that name that the identity may see, or null. */
    private @Nullable Long databaseNamed(@Nullable String name) throws NotRecoverable {
        if (name == null) {
            return null;
        }
        String named =
                Rison.write(Map.of("filters", List.of(Map.of("col", "database_name", "opr", "eq", "value", name))));
        ApiRequest request = ApiRequest.get("database by name", "database", "").with("q", named);
        List<Json> found = reads.may(request, reads.send(request))
                .map(body -> body.at("result").elements())
                .orElse(List.of());
        OptionalLong id = found.size() == 1 ? found.get(0).at("id").integer() : OptionalLong.empty();
        return id.isPresent() ? (Long) id.getAsLong() : null;
    }

    /** Superset shows queries to those who own them only, and to all others as if they were not there. */
    private Json own(ApiRequest request) throws NotRecoverable {
        return reads.may(request, reads.send(request))
                .orElseThrow(() -> new NotRecoverable(Problem.of(SupersetErrorCode.RECOVERY_QUERY_HIDDEN)));
    }

    private QueryWire permalink(String key) throws NotRecoverable {
        boolean old = ENTRY_OF_OLD.matcher(key).matches();
        if (old && !capabilities.mayHave(Capability.SQLLAB_PERMALINK)) {
            throw new NotRecoverable(Problem.of(SupersetErrorCode.RECOVERY_SHARED_QUERY_SESSION_ONLY));
        }
        if (old && key.length() > ONE_DIGIT && !capabilities.mayHave(Capability.SHARED_QUERY_BY_WHOLE_NUMBER)) {
            throw new NotRecoverable(Problem.of(SupersetErrorCode.RECOVERY_SHARED_QUERY_MISTAKEN));
        }
        ApiRequest request =
                ApiRequest.get("SQL Lab permalink", "sqllab", "permalink", old ? key : LinkReads.segment(key, "p"));
        Optional<Json> held = reads.permalink(request, reads.send(request));
        if (held.isEmpty()) {
            throw new NotRecoverable(Problem.of(SupersetErrorCode.RECOVERY_SQLLAB_PERMALINK_LOST));
        }
        return QueryWire.shared(held.get());
    }

    private Gathered gathered(SupersetLink link, Kind kind, @Nullable QueryWire query, @Nullable Long dataset)
            throws NotRecoverable {
        Map<Long, DatasetReading> datasets = reads.datasets(dataset == null ? List.of() : List.of(dataset));
        QueryWire placed = query;
        if (query != null && dataset != null && datasets.get(dataset) instanceof DatasetReading.Defined home) {
            placed = query.in(home.definition().reference());
        }
        return new Gathered(
                link,
                kind,
                capabilities,
                reads.conversation().identity(),
                null,
                query == null ? "dataset " + dataset : SafeText.shown(query.name(), "query"),
                Json.ABSENT,
                Json.ABSENT,
                Json.ABSENT,
                List.of(),
                SavedState.NONE,
                placed,
                datasets,
                reads.nested(datasets),
                siteNames);
    }
}
