package io.dsreview.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;

/** The packages of the API form a list; each may use those that stand before it. */
@AnalyzeClasses(packages = "io.dsreview.api", importOptions = ImportOption.DoNotIncludeTests.class)
class ApiPackageOrderTest {

    private static final String ROOT = "io.dsreview.api";

    private static final List<String> ORDER = List.of(
            ROOT + ".id",
            ROOT + ".error",
            ROOT + ".canonical",
            ROOT + ".access",
            ROOT + ".gate",
            ROOT + ".ledger",
            ROOT + ".finding",
            ROOT + ".feedback",
            ROOT + ".privacy",
            ROOT + ".inference",
            ROOT + ".semantic",
            ROOT + ".mapping",
            ROOT + ".clarification",
            ROOT + ".execution",
            ROOT + ".superset",
            ROOT + ".session",
            ROOT + ".screen",
            ROOT + ".command",
            ROOT + ".store",
            ROOT);

    @ArchTest
    static final ArchRule packages_use_only_those_before_them = classes()
            .should(new ArchCondition<>("use only packages of the API that stand before their own in the list") {
                @Override
                public void check(JavaClass user, ConditionEvents events) {
                    if (!ORDER.contains(user.getPackageName())) {
                        events.add(SimpleConditionEvent.violated(
                                user, user.getName() + " lives in a package without a place in the list"));
                    }
                    user.getDirectDependenciesFromSelf().stream()
                            .filter(ApiPackageOrderTest::pointsDown)
                            .forEach(dependency ->
                                    events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription())));
                }
            });

    private static boolean pointsDown(Dependency dependency) {
        int user = ORDER.indexOf(dependency.getOriginClass().getPackageName());
        int used = ORDER.indexOf(dependency.getTargetClass().getPackageName());
        return used > user;
    }
}
