package io.dsreview.core.ux;

import static io.dsreview.api.session.RecommendedAction.*;
import static io.dsreview.core.ux.AutomaticReview.dictionary;
import static io.dsreview.core.ux.Step.*;

import io.dsreview.api.command.AcceptFinding;
import io.dsreview.api.command.CommandContext;
import io.dsreview.api.command.SemanticCommand.ApplySemanticSource;
import io.dsreview.api.command.SemanticCommand.DecideField;
import io.dsreview.api.command.SemanticCommand.DecideField.Choice;
import io.dsreview.api.command.SessionCommand;
import io.dsreview.api.id.FieldId;
import io.dsreview.api.id.FindingId;
import io.dsreview.api.semantic.FieldMeaning;
import io.dsreview.api.semantic.SemanticCandidate;
import io.dsreview.api.semantic.SemanticSource;
import io.dsreview.core.World;
import java.util.List;
import java.util.function.Function;

/** What sources say the fields mean, and what persons make of it. */
final class MeaningPaths {

    private static final String BEGUN =
            "A review whose context is recovered, with one filter that nobody has decided on.";
    private static final FieldId REGION = new FieldId("region");

    private MeaningPaths() {}

    static List<Path> all() {
        return List.of(
                Path.of(
                        "There is no source of meanings",
                        "SE6",
                        BEGUN,
                        () -> Given.review(World.oneFilter()),
                        does(
                                "Ann asks a model for drafts; the host has none.",
                                c -> new ApplySemanticSource(c, SemanticSource.drafts()),
                                DECIDE_MAPPING),
                        does(
                                "Ann writes one meaning by hand.",
                                field(new Choice.Write(new FieldMeaning("Sales region", "Where it was booked"))),
                                DECIDE_MAPPING),
                        does(
                                "Ann lets the other fields stay without.",
                                c -> new AcceptFinding(c, new FindingId("FIELDS_WITHOUT_MEANING"), "nobody reads them"),
                                DECIDE_MAPPING)),
                Path.of(
                        "A source is malformed",
                        "SE4 OR5",
                        BEGUN,
                        () -> Given.review(World.oneFilter()),
                        does(
                                "Ann applies a dictionary with a row that is too short.",
                                dictionary("orders.csv", "region,Sales region,Where", "status,Status"),
                                DECIDE_MAPPING),
                        does(
                                "Ann applies the mended dictionary.",
                                dictionary("orders.csv", "region,Sales region,Where", "status,Status,Paid or not"),
                                DECIDE_MAPPING)),
                Path.of(
                        "Two sources disagree",
                        "SE5 SE1 SE8",
                        BEGUN,
                        () -> Given.review(World.oneFilter()),
                        does("Ann applies a dictionary.", dictionary("a.csv", "region,Region,Where"), DECIDE_MAPPING),
                        does(
                                "Ann applies another one, which says otherwise.",
                                dictionary("b.csv", "region,Area,Where"),
                                ANSWER_QUESTION),
                        refused(
                                "Ann locks the field before it is decided.",
                                field(new Choice.Lock()),
                                "FIELD_CONFLICTED",
                                ANSWER_QUESTION),
                        new Step(walk -> walk.command(
                                "Ann takes what the first one says.",
                                field(new Choice.Accept(first(walk))),
                                "done",
                                DECIDE_MAPPING))),
                Path.of(
                        "A field is locked",
                        "SE2 SE9 OR5",
                        "A review whose context is recovered, and to which a dictionary was applied.",
                        () -> Given.review(
                                World.oneFilter(), world -> world.step(dictionary("a.csv", "region,Region,Where"))),
                        does("Ann locks the field.", field(new Choice.Lock()), DECIDE_MAPPING),
                        refused(
                                "Ann writes another meaning.",
                                field(new Choice.Write(new FieldMeaning("Area", ""))),
                                "FIELD_LOCKED",
                                DECIDE_MAPPING),
                        does(
                                "Ann applies a new version of the dictionary.",
                                dictionary("a.csv", "region,Area,Where"),
                                DECIDE_MAPPING),
                        does("Ann unlocks the field.", field(new Choice.Unlock()), DECIDE_MAPPING)),
                Path.of(
                        "A source knows the field by a similar name only",
                        "SE3",
                        BEGUN,
                        () -> Given.review(World.oneFilter()),
                        does(
                                "Ann applies a dictionary that names the field otherwise.",
                                dictionary("a.csv", "Sales Regions,Sales region,Where it was booked"),
                                DECIDE_MAPPING),
                        new Step(walk -> walk.command(
                                "Ann accepts what is offered.",
                                field(new Choice.Accept(first(walk))),
                                "done",
                                DECIDE_MAPPING))));
    }

    private static Function<CommandContext, SessionCommand> field(Choice choice) {
        return context -> new DecideField(context, REGION, choice);
    }

    private static SemanticCandidate first(Walk walk) {
        return walk.view()
                .session()
                .semantics()
                .field(REGION)
                .orElseThrow()
                .candidates()
                .get(0);
    }
}
