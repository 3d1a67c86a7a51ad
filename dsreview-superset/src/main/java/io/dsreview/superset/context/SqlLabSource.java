package io.dsreview.superset.context;

import io.dsreview.api.error.Problem;
import io.dsreview.api.mapping.FilterOrigin;
import io.dsreview.api.superset.RecoveredContext.Kind;
import io.dsreview.api.superset.SupersetLink;
import io.dsreview.api.superset.SupersetLink.InlineSql;
import io.dsreview.superset.capability.SupersetCapabilities;
import io.dsreview.superset.dataset.DatasetReading;
import io.dsreview.superset.error.SupersetErrorCode;
import io.dsreview.superset.http.ApiRequest;
import io.dsreview.superset.http.Json;
import io.dsreview.superset.text.SafeText;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads all there is about a link into SQL Lab, or to a dataset. */
final class SqlLabSource {

    private static final Pattern ENTRY_OF_OLD = Pattern.compile("kv:[0-9]{1,18}");

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
        if (link.dataset() != null) {
            return gathered(link, Kind.SQL_LAB, null, link.dataset());
        }
        return gathered(link, Kind.SQL_LAB, query(link), null);
    }

    private QueryWire query(SupersetLink.SqlLab link) throws NotRecoverable {
        InlineSql inline = link.inline();
        if (inline != null) {
            return new QueryWire(
                    Objects.requireNonNullElse(inline.name(), ""),
                    inline.sql(),
                    inline.databaseId(),
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

    /** Superset shows queries to those who own them only, and to all others as if they were not there. */
    private Json own(ApiRequest request) throws NotRecoverable {
        return reads.may(request, reads.conversation().send(request))
                .orElseThrow(() -> new NotRecoverable(Problem.of(SupersetErrorCode.RECOVERY_QUERY_HIDDEN)));
    }

    private QueryWire permalink(String key) throws NotRecoverable {
        boolean old = ENTRY_OF_OLD.matcher(key).matches();
        ApiRequest request =
                ApiRequest.get("SQL Lab permalink", "sqllab", "permalink", old ? key : LinkReads.segment(key, "p"));
        Optional<Json> held = reads.permalink(request, reads.conversation().send(request));
        if (held.isEmpty()) {
            throw new NotRecoverable(Problem.of(SupersetErrorCode.RECOVERY_SQLLAB_PERMALINK_LOST));
        }
        return QueryWire.shared(held.get());
    }

    private Gathered gathered(SupersetLink link, Kind kind, @Nullable QueryWire query, @Nullable Long dataset)
            throws NotRecoverable {
        Map<Long, DatasetReading> datasets = reads.datasets(dataset == null ? List.of() : List.of(dataset));
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
                query,
                datasets,
                reads.nested(datasets),
                siteNames);
    }
}
