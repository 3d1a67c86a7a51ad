package io.dsreview.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Keeps the size of the public API honest by printing it in every build. */
@AnalyzeClasses(packages = "io.dsreview.api", importOptions = ImportOption.DoNotIncludeTests.class)
class PublicApiReportTest {

    @ArchTest
    static void prints_the_number_of_public_types(JavaClasses classes) {
        TreeMap<String, Long> types = classes.stream()
                .filter(PublicType::isPublic)
                .collect(Collectors.groupingBy(JavaClass::getPackageName, TreeMap::new, Collectors.counting()));

        long total = types.values().stream().mapToLong(Long::longValue).sum();
        System.out.printf("Public API: %d types in %d packages of dsreview-api%n", total, types.size());

        assertThat(total).isPositive();
    }
}
