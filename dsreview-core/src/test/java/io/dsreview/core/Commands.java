package io.dsreview.core;

import io.dsreview.api.command.AcceptFinding;
import io.dsreview.api.command.ClarificationCommand.AnswerQuestion;
import io.dsreview.api.command.ClarificationCommand.DeferQuestion;
import io.dsreview.api.command.ClarificationCommand.PauseClarification;
import io.dsreview.api.command.ClarificationCommand.ReopenQuestion;
import io.dsreview.api.command.ClarificationCommand.ResumeClarification;
import io.dsreview.api.command.ClarificationCommand.SkipQuestion;
import io.dsreview.api.command.CommandContext;
import io.dsreview.api.command.ExecutionCommand.ChooseTarget;
import io.dsreview.api.command.ExecutionCommand.ConfirmManualLaunch;
import io.dsreview.api.command.ExecutionCommand.HandOffLaunch;
import io.dsreview.api.command.ExecutionCommand.Launch;
import io.dsreview.api.command.ExecutionCommand.RequestPreview;
import io.dsreview.api.command.ExecutionCommand.StopLaunch;
import io.dsreview.api.command.LifecycleCommand.ArchiveSession;
import io.dsreview.api.command.LifecycleCommand.CancelSession;
import io.dsreview.api.command.LifecycleCommand.DeleteSession;
import io.dsreview.api.command.LifecycleCommand.ResumeSession;
import io.dsreview.api.command.LifecycleCommand.UnarchiveSession;
import io.dsreview.api.command.MappingCommand.AcceptTemplateValue;
import io.dsreview.api.command.MappingCommand.ClearTemplateValue;
import io.dsreview.api.command.MappingCommand.DecideMappings;
import io.dsreview.api.command.MappingCommand.OverrideMapping;
import io.dsreview.api.command.MappingCommand.SetTemplateValue;
import io.dsreview.api.command.RecordFeedback;
import io.dsreview.api.command.RecoveryCommand.CancelRecovery;
import io.dsreview.api.command.RecoveryCommand.RecoverContext;
import io.dsreview.api.command.RecoveryCommand.ResolveRecoveryItem;
import io.dsreview.api.command.SemanticCommand.ApplySemanticSource;
import io.dsreview.api.command.SemanticCommand.DecideField;
import io.dsreview.api.command.SemanticCommand.DecideFields;
import io.dsreview.api.command.SemanticCommand.FieldDecisionRequest;
import io.dsreview.api.command.SemanticCommand.RemoveSemanticSource;
import io.dsreview.api.command.SessionCommand;
import io.dsreview.api.execution.ExecutionTarget.DatasetRows;
import io.dsreview.api.feedback.Feedback;
import io.dsreview.api.feedback.FeedbackTarget;
import io.dsreview.api.id.FieldId;
import io.dsreview.api.id.FindingId;
import io.dsreview.api.id.MappingId;
import io.dsreview.api.id.QuestionId;
import io.dsreview.api.id.RecoveryItemId;
import io.dsreview.api.id.SourceId;
import io.dsreview.api.id.VariableId;
import io.dsreview.api.semantic.FieldMeaning;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/** One well-formed command of every kind to a session; whether it makes sense there is up to the test. */
final class Commands {

    record Kind(Class<? extends SessionCommand> type, Function<CommandContext, SessionCommand> make) {
        String name() {
            return type.getSimpleName();
        }

        @Override
        public String toString() {
            return name();
        }
    }

    private static final VariableId VARIABLE = new VariableId("url_param:region");

    private Commands() {}

    /** Returns the types of all commands to a session. */
    static List<Class<?>> types() {
        return leaves(SessionCommand.class).toList();
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(Commands::leaves)
                : Stream.of(type);
    }

    static List<Kind> all() {
        return List.of(
                new Kind(
                        AcceptFinding.class,
                        context -> new AcceptFinding(context, new FindingId("FIELDS_WITHOUT_MEANING"), "known")),
                new Kind(AcceptTemplateValue.class, context -> new AcceptTemplateValue(context, VARIABLE)),
                new Kind(AnswerQuestion.class, context -> new AnswerQuestion(context, new QuestionId("DATASET"), "7")),
                new Kind(
                        ApplySemanticSource.class,
                        context ->
                                new ApplySemanticSource(context, World.csv("a.csv", "field,verbose_name,description"))),
                new Kind(ArchiveSession.class, ArchiveSession::new),
                new Kind(CancelRecovery.class, CancelRecovery::new),
                new Kind(CancelSession.class, CancelSession::new),
                new Kind(
                        ChooseTarget.class,
                        context -> new ChooseTarget(context, new DatasetRows(List.of(new FieldId("region")), 10))),
                new Kind(ClearTemplateValue.class, context -> new ClearTemplateValue(context, VARIABLE)),
                new Kind(ConfirmManualLaunch.class, context -> new ConfirmManualLaunch(context, "query 1")),
                new Kind(
                        DecideField.class,
                        context -> new DecideField(
                                context,
                                new FieldId("region"),
                                new DecideField.Choice.Write(new FieldMeaning("Region", "Where it was sold")))),
                new Kind(
                        DeferQuestion.class,
                        context -> new DeferQuestion(context, new QuestionId("DATASET"), "which one is current?")),
                new Kind(
                        DecideFields.class,
                        context -> new DecideFields(
                                context,
                                List.of(new FieldDecisionRequest(
                                        new FieldId("region"),
                                        new DecideField.Choice.Write(
                                                new FieldMeaning("Region", "Where it was sold")))))),
                new Kind(
                        DecideMappings.class,
                        context ->
                                new DecideMappings(context, List.of(new MappingId("F-status->column:status")), true)),
                new Kind(DeleteSession.class, DeleteSession::new),
                new Kind(HandOffLaunch.class, HandOffLaunch::new),
                new Kind(Launch.class, context -> new Launch(context, null)),
                new Kind(
                        OverrideMapping.class,
                        context -> new OverrideMapping(
                                context, new MappingId("F-status->column:status"), List.of("open"))),
                new Kind(PauseClarification.class, PauseClarification::new),
                new Kind(
                        RecordFeedback.class,
                        context -> new RecordFeedback(
                                context,
                                new FeedbackTarget(FeedbackTarget.Kind.PROFILE, ""),
                                Locale.ENGLISH,
                                Feedback.Thumb.UP,
                                "clear")),
                new Kind(RecoverContext.class, RecoverContext::new),
                new Kind(ReopenQuestion.class, context -> new ReopenQuestion(context, new QuestionId("DATASET"))),
                new Kind(
                        RemoveSemanticSource.class,
                        context -> new RemoveSemanticSource(context, new SourceId("a.csv"))),
                new Kind(RequestPreview.class, RequestPreview::new),
                new Kind(
                        ResolveRecoveryItem.class,
                        context -> new ResolveRecoveryItem(context, new RecoveryItemId("state"), List.of("x"))),
                new Kind(ResumeClarification.class, ResumeClarification::new),
                new Kind(ResumeSession.class, ResumeSession::new),
                new Kind(SetTemplateValue.class, context -> new SetTemplateValue(context, VARIABLE, "EMEA")),
                new Kind(SkipQuestion.class, context -> new SkipQuestion(context, new QuestionId("DATASET"))),
                new Kind(StopLaunch.class, StopLaunch::new),
                new Kind(UnarchiveSession.class, UnarchiveSession::new));
    }
}
