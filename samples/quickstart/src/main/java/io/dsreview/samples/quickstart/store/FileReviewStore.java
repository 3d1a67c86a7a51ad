package io.dsreview.samples.quickstart.store;

import io.dsreview.api.access.Scope;
import io.dsreview.api.canonical.CanonicalJson;
import io.dsreview.api.canonical.Sha256;
import io.dsreview.api.id.IdempotencyKey;
import io.dsreview.api.id.SessionId;
import io.dsreview.api.id.TenantId;
import io.dsreview.api.id.UserId;
import io.dsreview.api.session.SessionHeader;
import io.dsreview.api.session.SessionQuery;
import io.dsreview.api.store.ReviewStore;
import io.dsreview.api.store.SessionCommit;
import io.dsreview.api.store.StoredHeader;
import io.dsreview.api.store.StoredOutcome;
import io.dsreview.api.store.StoredSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps reviews in one folder, for one person at a terminal: a file per session, which a commit replaces as a whole, so that
 * whoever reads finds the state before or after it, whenever a process dies. Several processes may use the folder at once.
 *
 * <p>A sample, not a database: each commit writes the session with all its history, and looking for an idempotency key reads the
 * sessions that may have it. Thread-safe. What cannot be read or written is an {@link UncheckedIOException}, a damaged
 * file a {@link DamagedFileException}.
 */
public final class FileReviewStore implements ReviewStore {

    private static final String ENDING = ".json";
    private static final String NAMES = "dsreview-sample-file-v1";

    private final Path folder;
    private final FolderLock lock;

    /**
     * Opens a folder, and makes it if it does not exist.
     *
     * @param folder the folder
     */
    public FileReviewStore(Path folder) {
        try {
            this.folder = Files.createDirectories(folder);
            this.lock = new FolderLock(folder);
        } catch (IOException unusable) {
            throw new UncheckedIOException("Reviews cannot be kept in " + folder, unusable);
        }
    }

    @Override
    public Optional<StoredSession> load(TenantId tenant, SessionId session) {
        return Optional.ofNullable(read(place(tenant, session)))
                .map(file -> new StoredSession(file.header(), file.parts()));
    }

    @Override
    public boolean commit(SessionCommit commit) {
        return lock.hold(() -> {
            SessionHeader header = commit.header().session();
            Path place = place(header.tenant(), header.id());
            SessionFile next = SessionFile.after(read(place), commit);
            if (next == null || isTaken(commit.outcome())) {
                return false;
            }
            StoredOutcome outcome = commit.outcome();
            if (outcome != null) {
                // Points to the session; it binds nothing until the session's own file holds the outcome.
                pointer(outcome.tenant(), outcome.user(), outcome.key())
                        .write(header.id().value());
            }
            new WholeFile(place).write(SessionFileJson.write(next));
            return true;
        });
    }

    @Override
    public Optional<StoredOutcome> outcome(TenantId tenant, UserId user, IdempotencyKey key) {
        return pointer(tenant, user, key)
                .read()
                .map(session -> read(place(tenant, new SessionId(session))))
                .flatMap(file -> file.outcomes().stream()
                        .filter(outcome ->
                                outcome.user().equals(user) && outcome.key().equals(key))
                        .findFirst());
    }

    @Override
    public List<StoredHeader> list(Scope scope, SessionQuery query) {
        return files().stream()
                .flatMap(file -> readable(file).stream())
                .map(SessionFile::header)
                .filter(header -> scope.contains(
                        header.session().tenant(), header.session().owner()))
                .filter(header -> query.matches(header.summary()))
                .sorted(Comparator.comparing(
                                (StoredHeader header) -> header.session().id().value())
                        .reversed())
                .limit(query.limit())
                .toList();
    }

    @Override
    public History history(TenantId tenant, SessionId session) {
        SessionFile file = read(place(tenant, session));
        return file == null ? new History(List.of(), List.of()) : new History(file.ledger(), file.events());
    }

    /**
     * Returns why files of the folder cannot be read; {@link #list} leaves them out.
     *
     * @return one message for each, which says what to do
     */
    public List<String> damages() {
        List<String> damages = new ArrayList<>();
        for (Path file : files()) {
            try {
                read(file);
            } catch (DamagedFileException damaged) {
                damages.add(String.valueOf(damaged.getMessage()));
            }
        }
        return damages;
    }

    private boolean isTaken(@Nullable StoredOutcome outcome) {
        return outcome != null
                && outcome(outcome.tenant(), outcome.user(), outcome.key()).isPresent();
    }

    private static Optional<SessionFile> readable(Path file) {
        try {
            return Optional.ofNullable(read(file));
        } catch (DamagedFileException damaged) {
            return Optional.empty();
        }
    }

    private static @Nullable SessionFile read(Path file) {
        String text = new WholeFile(file).read().orElse(null);
        if (text == null) {
            return null;
        }
        try {
            return SessionFileJson.read(text);
        } catch (IllegalArgumentException | NullPointerException | ClassCastException | DateTimeException unheard) {
            throw new DamagedFileException(file, "it holds something that this version does not know");
        }
    }

    private List<Path> files() {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.getFileName().toString().endsWith(ENDING))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The reviews in " + folder + " cannot be listed", unreadable);
        }
    }

    /** Ids may hold what a file's name may not; a hash of them is a name everywhere, and nobody's but theirs. */
    private Path place(TenantId tenant, SessionId session) {
        return folder.resolve("session-" + name(tenant.value(), session.value()) + ENDING);
    }

    private WholeFile pointer(TenantId tenant, UserId user, IdempotencyKey key) {
        return new WholeFile(folder.resolve("key-" + name(tenant.value(), user.value(), key.value())));
    }

    private static String name(String... parts) {
        return Sha256.of(NAMES, CanonicalJson.encode(List.of(parts))).hex();
    }
}
