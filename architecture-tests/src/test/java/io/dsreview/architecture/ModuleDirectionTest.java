package io.dsreview.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Adapters know the API and themselves; only the root package and the samples compose them. */
@AnalyzeClasses(packages = "io.dsreview", importOptions = ImportOption.DoNotIncludeTests.class)
class ModuleDirectionTest {

    private static final String API = "io.dsreview.api..";
    private static final String CORE = "io.dsreview.core..";
    private static final String SUPERSET = "io.dsreview.superset..";
    private static final String TEST = "io.dsreview.test..";
    private static final String DOOR = "io.dsreview";
    private static final String SAMPLES = "io.dsreview.samples..";

    @ArchTest
    static final ArchRule api_knows_only_itself = only(API).mayUse(API);

    @ArchTest
    static final ArchRule core_knows_only_the_api = only(CORE).mayUse(CORE, API);

    @ArchTest
    static final ArchRule superset_knows_only_the_api = only(SUPERSET).mayUse(SUPERSET, API);

    @ArchTest
    static final ArchRule test_knows_only_the_api = only(TEST).mayUse(TEST, API);

    @ArchTest
    static final ArchRule the_door_composes_the_adapters = only(DOOR).mayUse(DOOR, API, CORE, SUPERSET);

    /** A new module gets a line in this class, or this rule fails. */
    @ArchTest
    static final ArchRule every_class_lives_in_a_known_module = classes()
            .should()
            .resideInAnyPackage(API, CORE, SUPERSET, TEST, DOOR, SAMPLES)
            .as("every class lives in a module that this test knows");

    @ArchTest
    static final ArchRule packages_are_free_of_cycles =
            slices().matching("io.dsreview.(**)").should().beFreeOfCycles();

    private static Module only(String packages) {
        return allowed -> classes()
                .that()
                .resideInAPackage(packages)
                .should()
                .onlyDependOnClassesThat(resideOutsideOfPackage("io.dsreview..").or(resideInAnyPackage(allowed)))
                .as("of our modules, %s uses only %s".formatted(packages, String.join(", ", allowed)));
    }

    private interface Module {

        ArchRule mayUse(String... packages);
    }
}
