package io.dsreview.test.superset;

import io.dsreview.api.access.Actor;
import io.dsreview.api.error.Problem;
import io.dsreview.api.error.RetryClass;
import io.dsreview.api.execution.DatasetReference;
import io.dsreview.api.execution.DatasetRevision;
import io.dsreview.api.execution.EffectiveInputs;
import io.dsreview.api.execution.ExecutionTarget;
import io.dsreview.api.execution.HandOffLink;
import io.dsreview.api.execution.LaunchOutcome;
import io.dsreview.api.execution.LaunchTerms;
import io.dsreview.api.execution.QueryResults;
import io.dsreview.api.execution.SentLaunch;
import io.dsreview.api.execution.SqlLabReference;
import io.dsreview.api.id.EnvironmentId;
import io.dsreview.api.superset.LinkReading;
import io.dsreview.api.superset.RecoveredContext;
import io.dsreview.api.superset.RecoveryMonitor;
import io.dsreview.api.superset.SupersetCompilationAdapter;
import io.dsreview.api.superset.SupersetContextExtractor;
import io.dsreview.api.superset.SupersetLink;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A Superset that lives in memory and answers what a test tells it to: any link shows one context, compiling answers a
 * harmless statement that names the fingerprint, launching succeeds. Everything it was asked is kept.
 *
 * <p>Thread-safe: each answer is replaced as a whole, and what was asked is guarded by the instance.
 */
public final class FakeSuperset implements SupersetContextExtractor, SupersetCompilationAdapter {

    /**
     * One request to run SQL, as it arrived.
     *
     * @param inputs the inputs it was compiled from
     * @param sql the SQL
     * @param clientId the id under which Superset is to keep it
     * @param terms how it was sent
     */
    public record LaunchRequest(EffectiveInputs inputs, String sql, String clientId, LaunchTerms terms) {}

    private final AtomicLong queries = new AtomicLong();
    private final List<EffectiveInputs> compiled = new ArrayList<>();
    private final List<LaunchRequest> launches = new ArrayList<>();
    private final List<String> handedOff = new ArrayList<>();
    private volatile Function<String, LinkReading> reading;
    private volatile @Nullable Problem unreachable;
    private volatile BiFunction<SupersetLink, RecoveryMonitor, Recovery> recovering;
    private volatile @Nullable RevisionReading revision;
    private volatile Function<EffectiveInputs, Compilation> compiling =
            inputs -> new Compilation.Compiled("SELECT 1 /* " + inputs.fingerprint() + " */", "fake");
    private volatile LaunchTerms terms = new LaunchTerms(ExecutionTarget.DEFAULT_ROW_LIMIT, false, null);
    private volatile Function<String, LaunchOutcome> launching;
    private final Map<String, LaunchOutcome> outcomes = new HashMap<>();
    private volatile Function<SentLaunch, LaunchOutcome> lookingUp = this::remembered;
    private volatile Function<SentLaunch, LaunchOutcome> stopping = this::remembered;

    /**
     * Makes a Superset in which every link shows one context.
     *
     * @param context the context
     */
    public FakeSuperset(RecoveredContext context) {
        this.reading = pasted -> new LinkReading.Supported(context.link());
        this.recovering = (link, monitor) -> new Recovery.Recovered(context);
        this.launching = sql -> new LaunchOutcome.Succeeded(
                new SqlLabReference(queries.incrementAndGet(), "https://superset.test/sqllab/?queryId=1"),
                null,
                new QueryResults(1, 1_000, false, null));
    }

    /**
     * Sets what pasted texts are.
     *
     * @param answer gives the reading for a text
     */
    public void read(Function<String, LinkReading> answer) {
        reading = answer;
    }

    /**
     * Makes the environment unreachable, or reachable again.
     *
     * @param problem why it cannot be used, or null if it can
     */
    public void unreachable(@Nullable Problem problem) {
        unreachable = problem;
    }

    /**
     * Sets how recoveries end.
     *
     * @param answer gives the end for a link
     */
    public void recover(Function<SupersetLink, Recovery> answer) {
        recovering = (link, monitor) -> answer.apply(link);
    }

    /**
     * Sets how recoveries go on and end.
     *
     * @param answer reports how far it is, and gives the end for a link
     */
    public void recover(BiFunction<SupersetLink, RecoveryMonitor, Recovery> answer) {
        recovering = answer;
    }

    /**
     * Sets what reading a dataset's revision gives.
     *
     * @param answer the reading, or null to answer the dataset as it was recovered
     */
    public void revision(@Nullable RevisionReading answer) {
        revision = answer;
    }

    /**
     * Sets what compiling gives.
     *
     * @param answer gives the compilation for inputs
     */
    public void compile(Function<EffectiveInputs, Compilation> answer) {
        compiling = answer;
    }

    /**
     * Sets how launches are sent.
     *
     * @param answer the terms; until then 1,000 rows within the request
     */
    public void terms(LaunchTerms answer) {
        terms = answer;
    }

    /**
     * Sets how launches end.
     *
     * @param answer gives the outcome for an SQL
     */
    public void launch(Function<String, LaunchOutcome> answer) {
        launching = answer;
    }

    /**
     * Sets what looking a launch up gives. Until then it gives how the launch ended.
     *
     * @param answer gives the outcome for a launch
     */
    public void lookUp(Function<SentLaunch, LaunchOutcome> answer) {
        lookingUp = answer;
    }

    /**
     * Sets what stopping a launch gives. Until then it gives how the launch ended.
     *
     * @param answer gives the outcome for a launch
     */
    public void stop(Function<SentLaunch, LaunchOutcome> answer) {
        stopping = answer;
    }

    /**
     * Returns all inputs that were to be compiled.
     *
     * @return the inputs, oldest first
     */
    public synchronized List<EffectiveInputs> compiled() {
        return List.copyOf(compiled);
    }

    /**
     * Returns all SQL that was to be run.
     *
     * @return the SQL, oldest first
     */
    public synchronized List<String> launched() {
        return launches.stream().map(LaunchRequest::sql).toList();
    }

    /**
     * Returns all requests to run SQL.
     *
     * @return the requests, oldest first
     */
    public synchronized List<LaunchRequest> launchRequests() {
        return List.copyOf(launches);
    }

    /**
     * Returns all SQL that a link for a person was made for.
     *
     * @return the SQL, oldest first
     */
    public synchronized List<String> handedOff() {
        return List.copyOf(handedOff);
    }

    @Override
    public LinkReading read(String pastedLink) {
        return reading.apply(pastedLink);
    }

    /** Answers a link for every dataset of {@link SampleContext#ENVIRONMENT}. */
    @Override
    public Optional<String> linkTo(EnvironmentId environment, long dataset) {
        return environment.equals(SampleContext.ENVIRONMENT)
                ? Optional.of("https://superset.test/dataset/" + dataset)
                : Optional.empty();
    }

    @Override
    public Optional<Problem> probe(EnvironmentId environment, Actor actor) {
        return Optional.ofNullable(unreachable);
    }

    @Override
    public Recovery recover(SupersetLink link, Actor actor, RecoveryMonitor monitor) {
        return recovering.apply(link, monitor);
    }

    @Override
    public RevisionReading readRevision(
            EnvironmentId environment, DatasetReference dataset, ExecutionTarget target, Actor actor) {
        RevisionReading answer = revision;
        return answer != null
                ? answer
                : new RevisionReading.Known(DatasetRevision.of(SampleContext.REVISION, SampleContext.IDENTITY));
    }

    @Override
    public Compilation compile(EffectiveInputs inputs, Actor actor) {
        synchronized (this) {
            compiled.add(inputs);
        }
        return compiling.apply(inputs);
    }

    @Override
    public LaunchTerms terms(EffectiveInputs inputs, String sql, Actor actor) {
        return terms;
    }

    @Override
    public LaunchOutcome launch(SentLaunch launch, Actor actor) {
        synchronized (this) {
            launches.add(new LaunchRequest(launch.inputs(), launch.sql(), launch.clientId(), launch.terms()));
        }
        LaunchOutcome outcome = launching.apply(launch.sql());
        synchronized (this) {
            outcomes.put(launch.clientId(), outcome);
        }
        return outcome;
    }

    @Override
    public LaunchOutcome lookUp(SentLaunch launch, Actor actor) {
        return lookingUp.apply(launch);
    }

    @Override
    public LaunchOutcome stop(SentLaunch launch, Actor actor) {
        return stopping.apply(launch);
    }

    @Override
    public HandOffLink handOffLink(EffectiveInputs inputs, String sql, Actor actor) {
        return new HandOffLink(
                "https://superset.test/sqllab/?dbid=" + inputs.dataset().databaseId(), true);
    }

    /** Answers how the launch ended; unknown if it never arrived. */
    private synchronized LaunchOutcome remembered(SentLaunch launch) {
        LaunchOutcome known = outcomes.get(launch.clientId());
        return known == null
                ? new LaunchOutcome.Unknown(
                        new Problem("FAKE_LAUNCH_NOT_FOUND", RetryClass.LOOK_UP_FIRST, "", Map.of(), null))
                : known;
    }
}
