package io.dsreview.superset.compile;

import io.dsreview.api.access.Actor;
import io.dsreview.api.error.Problem;
import io.dsreview.api.execution.DatasetReference;
import io.dsreview.api.execution.DatasetRevision;
import io.dsreview.api.execution.EffectiveInputs;
import io.dsreview.api.execution.ExecutionTarget;
import io.dsreview.api.execution.HandOffLink;
import io.dsreview.api.execution.LaunchOutcome;
import io.dsreview.api.execution.LaunchTerms;
import io.dsreview.api.execution.SentLaunch;
import io.dsreview.api.id.EnvironmentId;
import io.dsreview.api.superset.SupersetCompilationAdapter;
import io.dsreview.superset.capability.CapabilityCache;
import io.dsreview.superset.chart.ChartQuery;
import io.dsreview.superset.dataset.DatasetReader;
import io.dsreview.superset.dataset.DatasetReading;
import io.dsreview.superset.dataset.RevisionHash;
import io.dsreview.superset.http.Conversation;
import io.dsreview.superset.http.SupersetClient;
import io.dsreview.superset.http.SupersetClient.Opening;
import io.dsreview.superset.seam.Timekeeper;
import java.util.List;
import java.util.Set;

/** Has Superset compile and run SQL over its REST API, 3.1 to 6.1. Thread-safe. */
public final class RestCompilationAdapter implements SupersetCompilationAdapter {

    private final SupersetClient client;
    private final HandOffLinks handOffLinks;
    private final SqlLabLaunch launch;
    private final CapabilityCache capabilities;
    private final Set<String> siteNames;
    private final int rowCap;
    private final SqlLabTerms terms;

    /**
     * Makes an adapter.
     *
     * @param client talks to Superset; closed by whoever made it
     * @param capabilities tells what each Superset can do
     * @param links makes links into SQL Lab
     * @param siteNames names that the site itself adds to templates
     * @param asyncLaunches true if launches run on a worker where the database allows it
     * @param rowCap most rows that are ever asked for
     * @param time the clock
     */
    public RestCompilationAdapter(
            SupersetClient client,
            CapabilityCache capabilities,
            SqlLabLink links,
            Set<String> siteNames,
            boolean asyncLaunches,
            int rowCap,
            Timekeeper time) {
        this.client = client;
        this.capabilities = capabilities;
        this.siteNames = Set.copyOf(siteNames);
        this.rowCap = rowCap;
        this.terms = new SqlLabTerms(client, capabilities, asyncLaunches, rowCap);
        this.launch = new SqlLabLaunch(client, links, time);
        this.handOffLinks = new HandOffLinks(client, capabilities, links);
    }

    @Override
    public RevisionReading readRevision(
            EnvironmentId environment, DatasetReference dataset, ExecutionTarget target, Actor actor) {
        Opening opening = client.open(environment, actor);
        if (!(opening instanceof Opening.Open open)) {
            return new RevisionReading.Unknown(((Opening.Closed) opening).problem());
        }
        Conversation conversation = open.conversation();
        DatasetReading reading = DatasetReader.read(conversation, dataset.id());
        if (!(reading instanceof DatasetReading.Defined defined)) {
            return new RevisionReading.Unknown(problem(reading));
        }
        String revision = RevisionHash.of(defined.definition());
        if (!(target instanceof ExecutionTarget.ChartQuery query)) {
            return new RevisionReading.Known(DatasetRevision.of(revision, conversation.identity()));
        }
        return ChartReader.read(conversation, query.chart(), dataset.id()) instanceof ChartReader.Reading.Found chart
                ? new RevisionReading.Known(
                        new DatasetRevision(revision, chart.query().revision(), conversation.identity()))
                : new RevisionReading.Known(DatasetRevision.of(revision, conversation.identity()));
    }

    @Override
    public Compilation compile(EffectiveInputs inputs, Actor actor) {
        Opening opening = client.open(inputs.environment(), actor);
        if (!(opening instanceof Opening.Open open)) {
            return failed(((Opening.Closed) opening).problem());
        }
        Conversation conversation = open.conversation();
        DatasetReading reading =
                DatasetReader.read(conversation, inputs.dataset().id());
        if (!(reading instanceof DatasetReading.Defined defined)) {
            return failed(problem(reading));
        }
        ChartQuery chart = null;
        if (inputs.target() instanceof ExecutionTarget.ChartQuery query) {
            ChartReader.Reading saved = ChartReader.read(
                    conversation, query.chart(), inputs.dataset().id());
            if (saved instanceof ChartReader.Reading.None none) {
                return failed(none.problem().about("target"));
            }
            chart = ((ChartReader.Reading.Found) saved).query();
        }
        return new Compiler(
                        inputs,
                        defined.definition(),
                        chart,
                        conversation,
                        capabilities.of(conversation),
                        siteNames,
                        rowCap)
                .compile();
    }

    @Override
    public LaunchTerms terms(EffectiveInputs inputs, String sql, Actor actor) {
        return terms.of(inputs, sql, actor);
    }

    @Override
    public LaunchOutcome launch(SentLaunch sent, Actor actor) {
        return launch.run(sent, actor);
    }

    @Override
    public LaunchOutcome lookUp(SentLaunch sent, Actor actor) {
        return launch.lookUp(sent, actor);
    }

    @Override
    public LaunchOutcome stop(SentLaunch sent, Actor actor) {
        return launch.stop(sent, actor);
    }

    @Override
    public HandOffLink handOffLink(EffectiveInputs inputs, String sql, Actor actor) {
        return handOffLinks.make(inputs, sql, actor);
    }

    private static Compilation failed(Problem problem) {
        return new Compilation.Failed(List.of(problem));
    }

    private static Problem problem(DatasetReading reading) {
        return reading instanceof DatasetReading.Hidden hidden
                ? hidden.problem()
                : ((DatasetReading.Unread) reading).problem();
    }
}
