package io.dsreview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dsreview.api.access.Actor;
import io.dsreview.api.access.Role;
import io.dsreview.api.command.CommandRefusedException;
import io.dsreview.api.command.CommandResult.Duplicate;
import io.dsreview.api.feedback.Feedback;
import io.dsreview.api.feedback.FeedbackTarget;
import io.dsreview.api.finding.Finding;
import io.dsreview.api.finding.FindingStatus;
import io.dsreview.api.id.VariableId;
import io.dsreview.api.ledger.Verification;
import io.dsreview.api.mapping.TemplateVariable;
import io.dsreview.api.mapping.VariableKind;
import io.dsreview.api.session.Report;
import io.dsreview.api.session.SessionStatus;
import io.dsreview.core.store.InMemoryReviewStore;
import io.dsreview.test.superset.FakeSuperset;
import io.dsreview.test.superset.SampleContext;
import java.util.Locale;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What is done with a review as a whole, and what is left of it. */
class ReviewTest {

    private static final Actor ANN = Actor.of("acme", "ann", Role.MAINTAINER);
    private static final VariableId REGION = VariableKind.URL_PARAM.variable("region");

    private final FakeSuperset superset = new FakeSuperset(new SampleContext()
            .dataset(7, TemplateVariable.of(VariableKind.URL_PARAM, "region", true, null))
            .urlParameter("region", "EMEA")
            .build());
    private final Review review = DsReview.builder()
            .superset(superset, superset)
            .store(new InMemoryReviewStore())
            .build()
            .start(ANN, "https://superset.test/1")
            .orElseThrow();

    @Nested
    class Lifecycle {

        @Test
        void goesIntoTheArchiveAndBack() {
            Review archived = review.lifecycle().archive().orElseThrow();
            assertThat(archived.session().header().status()).isEqualTo(SessionStatus.ARCHIVED);

            Review active = archived.lifecycle().unarchive().orElseThrow();
            assertThat(active.session().header().status()).isEqualTo(SessionStatus.ACTIVE);
        }

        @Test
        void isGivenUp() {
            assertThat(review.lifecycle()
                            .cancel()
                            .orElseThrow()
                            .session()
                            .header()
                            .status())
                    .isEqualTo(SessionStatus.CANCELLED);
        }

        @Test
        void hasNothingToResumeWhereNothingWasLeftHalfDone() {
            assertThat(review.lifecycle().resume().command()).isInstanceOf(Duplicate.class);
        }

        @Test
        void endsWithADeletionAfterWhichOnlyTheLedgerIsLeft() {
            review.lifecycle().delete().orElseThrow();

            assertThatThrownBy(review::reload)
                    .isInstanceOf(CommandRefusedException.class)
                    .hasMessageContaining("There is no such session within reach.");
            assertThat(review.audit().events()).isEmpty();
            assertThat(review.audit().ledger())
                    .hasSize((int) review.audit().ledgerHead().seq());
            assertThat(review.audit().verify()).isInstanceOf(Verification.Unexplained.class);
        }
    }

    @Nested
    class WhatIsWrittenDown {

        @Test
        void aFindingIsAccepted() {
            Finding accepted = review.session().findings().stream()
                    .filter(finding -> !finding.blocks())
                    .findFirst()
                    .orElseThrow();

            Review after = review.acceptFinding(accepted.id(), "known").orElseThrow();

            assertThat(after.session().findings())
                    .filteredOn(finding -> finding.status() == FindingStatus.ACCEPTED)
                    .extracting(Finding::id)
                    .containsExactly(accepted.id());
        }

        @Test
        void whetherATextIsAnyGoodIsRecorded() {
            FeedbackTarget profile = new FeedbackTarget(FeedbackTarget.Kind.PROFILE, "");

            Review after = review.recordFeedback(profile, Locale.ENGLISH, Feedback.Thumb.DOWN, "too long")
                    .orElseThrow();

            assertThat(after.session().feedback()).extracting(Feedback::reason).containsExactly("too long");
        }

        @Test
        void theAuditIsReadAndExported() {
            Audit audit = review.audit();

            assertThat(audit.events()).isNotEmpty();
            assertThat(audit.ledgerHead().seq()).isEqualTo(audit.ledger().size());
            assertThat(audit.report(Report.DOCUMENTATION, Report.Format.MARKDOWN, Locale.ENGLISH))
                    .startsWith("# Documentation of a dataset");
            assertThat(audit.exportJson()).contains("dsreview-export");
        }

        @Test
        void theViewIsWholeAndReloadingSeesWhatOthersDid() {
            assertThat(review.view().profile().dataset()).isNotNull();
            Review later = review.values().accept(REGION).orElseThrow();

            assertThat(review.reload().session()).isEqualTo(later.session());
        }
    }
}
