package io.dsreview.core.fuzz;

import io.dsreview.api.canonical.Sha256;
import io.dsreview.api.command.AcceptFinding;
import io.dsreview.api.command.ClarificationCommand.AnswerQuestion;
import io.dsreview.api.command.CommandContext;
import io.dsreview.api.command.ExecutionCommand.ConfirmManualLaunch;
import io.dsreview.api.command.ExecutionCommand.HandOffLaunch;
import io.dsreview.api.command.ExecutionCommand.Launch;
import io.dsreview.api.command.ExecutionCommand.RequestPreview;
import io.dsreview.api.command.ExecutionCommand.StopLaunch;
import io.dsreview.api.command.MappingCommand.DecideMappings;
import io.dsreview.api.command.MappingCommand.OverrideMapping;
import io.dsreview.api.command.MappingCommand.SetTemplateValue;
import io.dsreview.api.command.RecordFeedback;
import io.dsreview.api.command.RecoveryCommand.ResolveRecoveryItem;
import io.dsreview.api.command.SemanticCommand.ApplySemanticSource;
import io.dsreview.api.command.SemanticCommand.DecideField;
import io.dsreview.api.command.SemanticCommand.DecideField.Choice;
import io.dsreview.api.command.SemanticCommand.RemoveSemanticSource;
import io.dsreview.api.command.SessionCommand;
import io.dsreview.api.execution.LaunchSummary;
import io.dsreview.api.feedback.Feedback;
import io.dsreview.api.feedback.FeedbackTarget;
import io.dsreview.api.id.SourceId;
import io.dsreview.api.mapping.ExecutionMapping;
import io.dsreview.api.semantic.FieldMeaning;
import io.dsreview.api.semantic.SemanticSource;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.api.session.ReviewView;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Somebody who means it: commands that make sense in a session, with texts that are as hostile as they may be. */
record Diligent(ReviewView view, Random random) {

    SessionCommand next(CommandContext context) {
        List<SessionCommand> sensible = new ArrayList<>(List.of(
                new RequestPreview(context),
                new Launch(context, shown()),
                new HandOffLaunch(context),
                new ConfirmManualLaunch(context, text()),
                new StopLaunch(context),
                new RecordFeedback(
                        context,
                        new FeedbackTarget(FeedbackTarget.Kind.PROFILE, ""),
                        Locale.ENGLISH,
                        Feedback.Thumb.UP,
                        text()),
                new ApplySemanticSource(
                        context,
                        SemanticSource.csv(
                                "sound.csv",
                                "field,verbose_name,description\nregion,Region,Where\n"
                                        .getBytes(StandardCharsets.UTF_8)))));
        ReviewSession session = view.session();
        session.semantics().sources().keySet().stream()
                .sorted(Comparator.comparing(SourceId::value))
                .forEach(source -> sensible.add(new RemoveSemanticSource(context, source)));
        session.semantics().fields().forEach(field -> {
            sensible.add(new DecideField(
                    context, field.id(), new Choice.Write(new FieldMeaning(text(), text(), null, text()))));
            field.candidates()
                    .forEach(each -> sensible.add(new DecideField(context, field.id(), new Choice.Accept(each))));
        });
        if (!session.mappings().isEmpty()) {
            sensible.add(new DecideMappings(
                    context,
                    session.mappings().stream().map(ExecutionMapping::id).toList(),
                    true,
                    session.mappings().stream().map(ExecutionMapping::content).toList()));
            session.mappings()
                    .forEach(each -> sensible.add(new OverrideMapping(context, each.id(), List.of(text(), text()))));
        }
        session.recovery().dataset().ifPresent(dataset -> dataset.variables()
                .forEach(each -> sensible.add(new SetTemplateValue(context, each.id(), text()))));
        if (session.recovery().context() != null) {
            session.recovery()
                    .context()
                    .summary()
                    .items()
                    .forEach(each -> sensible.add(new ResolveRecoveryItem(
                            context, each.id(), random.nextBoolean() ? List.of() : List.of(text()))));
        }
        session.findings().forEach(each -> sensible.add(new AcceptFinding(context, each.id(), text())));
        var active = session.clarification().active();
        if (active != null) {
            sensible.add(new AnswerQuestion(
                    context,
                    active.id(),
                    active.options().isEmpty()
                            ? text()
                            : active.options().get(0).value()));
        }
        return sensible.get(random.nextInt(sensible.size()));
    }

    private @Nullable Sha256 shown() {
        LaunchSummary summary = view.readiness().summary();
        return summary == null ? null : summary.hash();
    }

    private String text() {
        return HostileText.storable(random);
    }
}
