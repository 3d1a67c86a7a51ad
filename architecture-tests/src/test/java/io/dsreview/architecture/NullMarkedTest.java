package io.dsreview.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import org.jspecify.annotations.NullMarked;

/** What is not said to be nullable is never null, in every package. */
@AnalyzeClasses(packages = "io.dsreview", importOptions = ImportOption.DoNotIncludeTests.class)
class NullMarkedTest {

    @ArchTest
    static final ArchRule every_package_is_null_marked = classes()
            .should(ArchConditions.be(DescribedPredicate.<JavaClass>describe(
                    "in a package whose package-info says @NullMarked",
                    type -> type.getPackage().isAnnotatedWith(NullMarked.class))));
}
