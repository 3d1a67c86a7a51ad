package io.dsreview.core.fuzz;

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
import io.dsreview.api.id.FieldId;
import io.dsreview.api.id.FilterId;
import io.dsreview.api.mapping.ImportedFilter;
import io.dsreview.api.mapping.TemplateVariable;
import io.dsreview.api.mapping.VariableKind;
import io.dsreview.api.superset.LinkReading;
import io.dsreview.api.superset.RecoveredColumn;
import io.dsreview.api.superset.RecoveredContext;
import io.dsreview.api.superset.RecoveredDataset;
import io.dsreview.api.superset.RecoveryItem;
import io.dsreview.api.superset.RecoveryMonitor;
import io.dsreview.api.superset.SupersetCompilationAdapter;
import io.dsreview.api.superset.SupersetContextExtractor;
import io.dsreview.api.superset.SupersetLink;
import io.dsreview.core.World;
import io.dsreview.test.superset.FakeSuperset;
import io.dsreview.test.superset.SampleContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A Superset that answers soundly most of the time, and else anything that the types of its ports allow, or breaks. */
record AnySuperset(Random random, AnyValue value, FakeSuperset sound)
        implements SupersetContextExtractor, SupersetCompilationAdapter {

    static AnySuperset of(Random random) {
        AnyValue value = new AnyValue(random, new Known(), false);
        AnySuperset superset = new AnySuperset(
                random, value, new FakeSuperset(new SampleContext().dataset(7).build()));
        superset.sound.recover(link -> new Recovery.Recovered(superset.context()));
        return superset;
    }

    private <T> T answer(Class<T> type, Supplier<T> sound) {
        int chance = random.nextInt(30);
        if (chance == 0) {
            throw new IllegalStateException("broken");
        }
        if (chance > 3) {
            return sound.get();
        }
        List<Class<?>> leaves = Reflected.leaves(type).toList();
        return type.cast(value.record(leaves.get(random.nextInt(leaves.size()))));
    }

    /** Datasets, filters and items with anything in them that a server's answer can bring. */
    private RecoveredContext context() {
        SampleContext sample = new SampleContext();
        sample.dataset(7, variables());
        if (random.nextInt(5) == 0) {
            sample.dataset(8);
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            sample.filter(random.nextBoolean() ? filterOn(i) : (ImportedFilter) value.record(ImportedFilter.class));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            sample.urlParameter(
                    random.nextBoolean() ? "region" : HostileText.storable(random), HostileText.storable(random));
            sample.item((RecoveryItem) value.record(RecoveryItem.class));
        }
        return World.withDatasets(sample.build(), this::withColumns);
    }

    private TemplateVariable[] variables() {
        List<String> names = List.of("region", "floor", HostileText.storable(random));
        return Stream.generate(() -> names.get(random.nextInt(names.size())))
                .limit(random.nextInt(5))
                .flatMap(name -> legal(name))
                .toArray(TemplateVariable[]::new);
    }

    private Stream<TemplateVariable> legal(String name) {
        try {
            return Stream.of(TemplateVariable.of(
                    VariableKind.URL_PARAM,
                    name,
                    random.nextBoolean(),
                    random.nextBoolean() ? null : HostileText.storable(random)));
        } catch (IllegalArgumentException illegal) {
            return Stream.empty();
        }
    }

    private ImportedFilter filterOn(int number) {
        ImportedFilter any = (ImportedFilter) value.record(ImportedFilter.class);
        return ImportedFilter.of(
                new FilterId("F" + number),
                any.name(),
                any.type(),
                new FieldId("status"),
                any.value(),
                any.origin(),
                any.charts());
    }

    private RecoveredDataset withColumns(RecoveredDataset dataset) {
        List<RecoveredColumn> columns = new ArrayList<>(dataset.columns());
        for (int i = random.nextInt(3); i > 0; i--) {
            columns.add((RecoveredColumn) value.record(RecoveredColumn.class));
        }
        return World.copy(dataset, dataset.revision(), columns);
    }

    @Override
    public LinkReading read(String pastedLink) {
        return answer(LinkReading.class, () -> sound.read(pastedLink));
    }

    @Override
    public Optional<String> linkTo(EnvironmentId environment, long dataset) {
        return sound.linkTo(environment, dataset);
    }

    @Override
    public Optional<Problem> probe(EnvironmentId environment, Actor actor) {
        return random.nextInt(20) == 0 ? Optional.of((Problem) value.record(Problem.class)) : Optional.empty();
    }

    @Override
    public Recovery recover(SupersetLink link, Actor actor, RecoveryMonitor monitor) {
        return answer(Recovery.class, () -> sound.recover(link, actor, monitor));
    }

    @Override
    public RevisionReading readRevision(
            EnvironmentId environment, DatasetReference dataset, ExecutionTarget target, Actor actor) {
        return answer(
                RevisionReading.class,
                () -> new RevisionReading.Known(DatasetRevision.of(SampleContext.REVISION, SampleContext.IDENTITY)));
    }

    @Override
    public Compilation compile(EffectiveInputs inputs, Actor actor) {
        return answer(Compilation.class, () -> sound.compile(inputs, actor));
    }

    @Override
    public LaunchTerms terms(EffectiveInputs inputs, String sql, Actor actor) {
        return answer(LaunchTerms.class, () -> sound.terms(inputs, sql, actor));
    }

    @Override
    public LaunchOutcome launch(SentLaunch launch, Actor actor) {
        return answer(LaunchOutcome.class, () -> sound.launch(launch, actor));
    }

    @Override
    public LaunchOutcome lookUp(SentLaunch launch, Actor actor) {
        return answer(LaunchOutcome.class, () -> sound.lookUp(launch, actor));
    }

    @Override
    public LaunchOutcome stop(SentLaunch launch, Actor actor) {
        return answer(LaunchOutcome.class, () -> sound.stop(launch, actor));
    }

    @Override
    public HandOffLink handOffLink(EffectiveInputs inputs, String sql, Actor actor) {
        return answer(HandOffLink.class, () -> sound.handOffLink(inputs, sql, actor));
    }
}
