package io.dsreview.core.export;

import io.dsreview.api.clarification.SetAside;
import io.dsreview.api.clarification.Topic;
import io.dsreview.api.execution.Gate;
import io.dsreview.api.execution.PreviewStatus;
import io.dsreview.api.finding.FindingStatus;
import io.dsreview.api.finding.FindingTarget;
import io.dsreview.api.finding.Severity;
import io.dsreview.api.id.FindingId;
import io.dsreview.api.id.LaunchId;
import io.dsreview.api.id.PreviewId;
import io.dsreview.api.id.QuestionId;
import io.dsreview.api.id.UserId;
import io.dsreview.api.session.RecommendedAction;
import io.dsreview.api.session.SessionHeader;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far a dataset can be launched, and why, as it is exported: {@code validation-1.schema.json} describes it as JSON. */
record Validation(
        String format,
        int version,
        String language,
        SessionHeader session,
        UserId reader,
        Instant asOf,
        RecommendedAction next,
        String nextStep,
        List<Finding> findings,
        List<GateState> gates,
        List<OpenQuestion> questions,
        List<Decision> decisions,
        @Nullable Preview preview,
        List<Launch> launches,
        Ledger ledger) {

    static final String FORMAT = "dsreview-validation";
    static final int VERSION = 1;

    record Finding(
            FindingId id,
            String code,
            Severity severity,
            FindingStatus status,
            FindingTarget target,
            @Nullable String about,
            String message,
            String cure,
            Instant foundAt,
            @Nullable Instant resolvedAt,
            @Nullable UserId acceptedBy,
            @Nullable Instant acceptedAt,
            @Nullable String acceptedWhy) {}

    record GateState(Gate gate, boolean open, List<Clause> clauses) {}

    record Clause(String id, String rule, boolean holds, List<String> subjects, String cure) {}

    /** Set aside is null where nobody skipped or deferred it. */
    record OpenQuestion(
            QuestionId id,
            Topic topic,
            String subject,
            boolean active,
            boolean blocking,
            String text,
            String why,
            @Nullable Aside setAside) {}

    /** Why a question was not answered, what the expert should know, who set it aside, and when. */
    record Aside(SetAside.Reason reason, String note, UserId by, Instant at) {}

    /** What a person decided; {@code decision} is a code, such as {@code APPROVED}, or the text of an answer or a reason. */
    record Decision(
            Kind kind,
            String about,
            String decision,
            @Nullable String text,
            UserId by,
            Instant at) {
        enum Kind {
            FIELD,
            MAPPING,
            VALUE,
            RECOVERY,
            ANSWER,
            FINDING,
            LAUNCH,
            FEEDBACK
        }
    }

    record Preview(
            PreviewId id,
            PreviewStatus status,
            boolean current,
            @Nullable String channel,
            String fingerprint,
            @Nullable String sql,
            @Nullable String sqlHash,
            UserId requestedBy,
            Instant requestedAt,
            @Nullable Instant validUntil,
            List<Diagnostic> diagnostics) {}

    record Diagnostic(String code, @Nullable String about, String message, String cure) {}

    record Launch(
            LaunchId id,
            boolean manual,
            PreviewId preview,
            String fingerprint,
            @Nullable String sqlHash,
            String clientId,
            UserId by,
            Instant at,
            String outcome,
            @Nullable String reference,
            @Nullable Diagnostic problem) {}

    record Ledger(
            String chain,
            long seq,
            String hash,
            Verdict verdict,
            @Nullable Long at) {
        enum Verdict {
            VERIFIED,
            BROKEN,
            UNEXPLAINED
        }
    }
}
