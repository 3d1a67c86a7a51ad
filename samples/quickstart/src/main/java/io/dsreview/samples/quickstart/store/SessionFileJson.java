package io.dsreview.samples.quickstart.store;

import io.dsreview.api.canonical.JsonText;
import io.dsreview.api.canonical.Sha256;
import io.dsreview.api.id.EnvironmentId;
import io.dsreview.api.id.IdempotencyKey;
import io.dsreview.api.id.SessionId;
import io.dsreview.api.id.TenantId;
import io.dsreview.api.id.UserId;
import io.dsreview.api.ledger.ChainId;
import io.dsreview.api.ledger.LedgerHead;
import io.dsreview.api.ledger.LedgerPayload;
import io.dsreview.api.ledger.LedgerRecord;
import io.dsreview.api.session.SessionEvent;
import io.dsreview.api.session.SessionHeader;
import io.dsreview.api.session.SessionStatus;
import io.dsreview.api.store.StoredHeader;
import io.dsreview.api.store.StoredOutcome;
import io.dsreview.api.store.StoredPart;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes a session as JSON text, and reads it back. The parts stay bytes: nothing here understands them. */
final class SessionFileJson {

    private SessionFileJson() {}

    static String write(SessionFile file) {
        StoredHeader header = file.header();
        SessionHeader session = header.session();
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("tenant", session.tenant().value());
        document.put("session", session.id().value());
        document.put("owner", session.owner().value());
        document.put("version", session.version());
        document.put("status", session.status().name());
        document.put(
                "archivedFrom",
                session.archivedFrom() == null ? null : session.archivedFrom().name());
        document.put("environment", header.environment().value());
        document.put("title", header.title());
        document.put("createdAt", session.createdAt().toString());
        document.put("updatedAt", session.updatedAt().toString());
        document.put("activeQuestion", header.activeQuestion());
        document.put("chain", header.ledger().chain().value());
        document.put("seq", header.ledger().seq());
        document.put("hash", header.ledger().hash().hex());
        document.put("lastRefusal", header.lastRefusal());
        Map<String, Object> parts = new LinkedHashMap<>();
        file.parts().forEach(part -> parts.put(part.name(), bytes(part.content())));
        document.put("parts", parts);
        document.put("ledger", list(file.ledger(), SessionFileJson::entry));
        document.put("events", list(file.events(), SessionFileJson::event));
        document.put("outcomes", list(file.outcomes(), SessionFileJson::outcome));
        return JsonText.pretty(document);
    }

    /** Throws if anything is missing or of another kind than it was written as. */
    static SessionFile read(String text) {
        Fields file = new Fields(JsonText.parse(text));
        SessionId session = new SessionId(file.text("session"));
        String archivedFrom = file.textOrNull("archivedFrom");
        SessionHeader header = new SessionHeader(
                session,
                new TenantId(file.text("tenant")),
                new UserId(file.text("owner")),
                file.number("version"),
                SessionStatus.valueOf(file.text("status")),
                archivedFrom == null ? null : SessionStatus.valueOf(archivedFrom),
                Instant.parse(file.text("createdAt")),
                Instant.parse(file.text("updatedAt")));
        LedgerHead head =
                new LedgerHead(new ChainId(file.text("chain")), file.number("seq"), new Sha256(file.text("hash")));
        List<StoredPart> parts = new ArrayList<>();
        file.object("parts")
                .names()
                .forEach(name -> parts.add(
                        new StoredPart(name, bytes(file.object("parts").text(name)))));
        return new SessionFile(
                new StoredHeader(
                        header,
                        new EnvironmentId(file.text("environment")),
                        file.text("title"),
                        file.textOrNull("activeQuestion"),
                        head,
                        file.textOrNull("lastRefusal")),
                parts,
                file.all("ledger", SessionFileJson::entry),
                file.all("events", each -> event(each, session)),
                file.all("outcomes", each -> outcome(each, session)));
    }

    private static Object entry(LedgerRecord entry) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("document", entry.document());
        fields.put(
                "payloads",
                list(
                        entry.payloads(),
                        payload -> Map.of("field", payload.field(), "salt", payload.salt(), "value", payload.value())));
        return fields;
    }

    private static LedgerRecord entry(Fields entry) {
        return new LedgerRecord(
                entry.text("document"),
                entry.all(
                        "payloads",
                        each -> new LedgerPayload(each.text("field"), each.text("salt"), each.text("value"))));
    }

    private static Object event(SessionEvent event) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("version", event.version());
        fields.put("type", event.type().name());
        fields.put("at", event.at().toString());
        fields.put("data", event.data());
        return fields;
    }

    private static SessionEvent event(Fields event, SessionId session) {
        Fields data = event.object("data");
        Map<String, String> values = new TreeMap<>();
        data.names().forEach(name -> values.put(name, data.text(name)));
        return new SessionEvent(
                session,
                event.number("version"),
                SessionEvent.Type.valueOf(event.text("type")),
                Instant.parse(event.text("at")),
                values);
    }

    private static Object outcome(StoredOutcome outcome) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("tenant", outcome.tenant().value());
        fields.put("user", outcome.user().value());
        fields.put("key", outcome.key().value());
        fields.put("command", outcome.command().hex());
        fields.put("version", outcome.version());
        return fields;
    }

    private static StoredOutcome outcome(Fields outcome, SessionId session) {
        return new StoredOutcome(
                new TenantId(outcome.text("tenant")),
                new UserId(outcome.text("user")),
                new IdempotencyKey(outcome.text("key")),
                new Sha256(outcome.text("command")),
                session,
                outcome.number("version"));
    }

    private static <T> List<Object> list(List<T> things, Function<T, Object> writing) {
        return things.stream().map(writing).toList();
    }

    private static String bytes(byte[] content) {
        return Base64.getEncoder().encodeToString(content);
    }

    private static byte[] bytes(String text) {
        return Base64.getDecoder().decode(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** One JSON object, read strictly. */
    private record Fields(Map<?, ?> fields) {

        Fields(@Nullable Object object) {
            this((Map<?, ?>) Objects.requireNonNull(object));
        }

        List<String> names() {
            return fields.keySet().stream().map(String.class::cast).toList();
        }

        String text(String name) {
            return (String) Objects.requireNonNull(fields.get(name));
        }

        @Nullable
        String textOrNull(String name) {
            return (String) fields.get(name);
        }

        long number(String name) {
            return (Long) Objects.requireNonNull(fields.get(name));
        }

        Fields object(String name) {
            return new Fields((Object) fields.get(name));
        }

        <T> List<T> all(String name, Function<Fields, T> reading) {
            List<T> read = new ArrayList<>();
            for (Object each : (List<?>) Objects.requireNonNull(fields.get(name))) {
                read.add(reading.apply(new Fields(each)));
            }
            return read;
        }
    }
}
