package io.dsreview.core.export;

import static io.dsreview.core.export.Markdown.code;

import io.dsreview.api.session.SessionHeader;

/** Writes whose session it is, in which version. */
final class SessionMarkdown {

    private SessionMarkdown() {}

    static void write(SessionHeader session, ReportWords words, Markdown out) {
        out.item(words.label("session"), code(session.id().value()));
        out.item(words.label("tenant"), code(session.tenant().value()));
        out.item(words.label("owner"), code(session.owner().value()));
        out.item(words.label("version"), Long.toString(session.version()));
        out.item(words.label("status"), words.of(session.status()));
        out.item(words.label("started"), session.createdAt().toString());
        out.item(words.label("changed"), session.updatedAt().toString());
    }
}
