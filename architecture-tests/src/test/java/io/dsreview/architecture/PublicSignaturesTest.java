package io.dsreview.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.stream.Stream;

/**
 * Jackson, SLF4J, OkHttp and whatever else a module uses inside stays inside. The list says what may be seen; every library
 * that is not on it may not.
 */
@AnalyzeClasses(packages = "io.dsreview", importOptions = ImportOption.DoNotIncludeTests.class)
class PublicSignaturesTest {

    @ArchTest
    static final ArchRule libraries_stay_inside = classes()
            .that()
            .resideOutsideOfPackages("io.dsreview.test..", "io.dsreview.samples..")
            .should(showOnly("java.", "javax.sql.", "io.dsreview.", "org.jspecify.", "jakarta.validation."));

    @ArchTest
    static final ArchRule test_shows_junit_and_assertj_too = classes()
            .that()
            .resideInAPackage("io.dsreview.test..")
            .should(showOnly(
                    "java.",
                    "io.dsreview.",
                    "org.jspecify.",
                    "jakarta.validation.",
                    "org.junit.jupiter.",
                    "org.assertj."));

    private static ArchCondition<JavaClass> showOnly(String... prefixes) {
        List<String> visible = List.of(prefixes);
        return new ArchCondition<>("show in public signatures only types of " + String.join(", ", visible)) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (PublicType.isPublic(type)) {
                    PublicType.signatures(type)
                            .flatMap(signature -> hidden(signature, visible))
                            .forEach(message -> events.add(SimpleConditionEvent.violated(type, message)));
                }
            }
        };
    }

    private static Stream<String> hidden(PublicType.Signature signature, List<String> visible) {
        return signature.types().stream()
                .map(JavaClass::getBaseComponentType)
                .filter(type -> !type.isPrimitive())
                .map(JavaClass::getName)
                .filter(name -> visible.stream().noneMatch(name::startsWith))
                .distinct()
                .map(name -> "%s shows %s in a public signature".formatted(signature.where(), name));
    }
}
