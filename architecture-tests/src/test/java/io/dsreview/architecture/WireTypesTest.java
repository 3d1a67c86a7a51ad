package io.dsreview.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** A wire type has the shape of what a server sends; only the package that reads it knows that shape. */
@AnalyzeClasses(packages = "io.dsreview", importOptions = ImportOption.DoNotIncludeTests.class)
class WireTypesTest {

    @ArchTest
    static final ArchRule wire_types_stay_in_their_package = classes()
            .that(DescribedPredicate.describe("are wire types", WireTypesTest::isWire))
            .should(stayInTheirPackage())
            .allowEmptyShould(true);

    private static boolean isWire(JavaClass type) {
        return type.getSimpleName().endsWith("Wire")
                || (type.getPackageName() + ".").contains(".wire.")
                || type.getEnclosingClass().map(WireTypesTest::isWire).orElse(false);
    }

    private static ArchCondition<JavaClass> stayInTheirPackage() {
        return new ArchCondition<>("be used in their own package only") {
            @Override
            public void check(JavaClass wire, ConditionEvents events) {
                wire.getDirectDependenciesToSelf().stream()
                        .filter(use -> !use.getOriginClass().getPackageName().equals(wire.getPackageName()))
                        .forEach(use -> events.add(SimpleConditionEvent.violated(use, use.getDescription())));
            }
        };
    }
}
