package io.dsreview.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** A class is named after what it is in the domain. */
@AnalyzeClasses(packages = "io.dsreview", importOptions = ImportOption.DoNotIncludeTests.class)
class NamesTest {

    @ArchTest
    static final ArchRule no_class_is_named_after_nothing = noClasses()
            .should()
            .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Common|Misc)")
            .orShould()
            .haveNameMatching(".*[.$]Base([A-Z].*)?")
            .as("no class is called Util, Helper, Manager, Impl, Common, Misc or Base");
}
