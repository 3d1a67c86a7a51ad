package io.dsreview.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.regex.Pattern;

/** Time, ids, randomness and sleeping come from injected seams, so that every run can be repeated. */
@AnalyzeClasses(packages = "io.dsreview", importOptions = ImportOption.DoNotIncludeTests.class)
class SeamsTest {

    /** Written {@code type.method(parameter types)}, as ArchUnit names a call; a constructor is {@code <init>}. */
    private static final List<Pattern> AMBIENT = List.of(
            Pattern.compile("java\\.time\\.(\\w+\\.)*\\w+\\.now\\((?!java\\.time\\.Clock\\)).*"),
            Pattern.compile("java\\.time\\.Clock\\.(system|tick(Millis|Seconds|Minutes)).*"),
            Pattern.compile("java\\.time\\.InstantSource\\.system\\(.*"),
            Pattern.compile("java\\.util\\.Date\\.<init>\\(\\)"),
            Pattern.compile("java\\.util\\.(\\w*Calendar\\.getInstance|GregorianCalendar\\.<init>)\\(.*"),
            Pattern.compile("java\\.lang\\.System\\.(currentTimeMillis|nanoTime)\\(\\)"),
            Pattern.compile("java\\.lang\\.Thread\\.sleep\\(.*"),
            Pattern.compile("java\\.util\\.concurrent\\.TimeUnit\\.sleep\\(.*"),
            Pattern.compile("java\\.util\\.UUID\\.randomUUID\\(\\)"),
            Pattern.compile("java\\.lang\\.(Strict)?Math\\.random\\(\\)"),
            Pattern.compile("java\\.util\\.(Splittable)?Random\\.<init>\\(\\)"),
            Pattern.compile("java\\.util\\.random\\.RandomGenerator\\.(getDefault|of)\\(.*"),
            Pattern.compile("java\\.util\\.concurrent\\.ThreadLocalRandom\\.current\\(\\)"),
            Pattern.compile("java\\.security\\.SecureRandom\\.(<init>|getInstance\\w*)\\(.*"),
            Pattern.compile("com\\.github\\.f4b6a3\\.ulid\\.UlidCreator\\.get.*"),
            Pattern.compile("com\\.github\\.f4b6a3\\.ulid\\.Ulid\\.fast\\(.*"));

    @ArchTest
    static final ArchRule clock_and_randomness_only_in_seams = noClasses()
            .that()
            .resideInAnyPackage("io.dsreview", "io.dsreview.api..", "io.dsreview.core..", "io.dsreview.superset..")
            .and()
            .resideOutsideOfPackage("..seam..")
            .should()
            .accessTargetWhere(isAmbient())
            .as("no clock, sleep or randomness outside ..seam..");

    private static DescribedPredicate<JavaAccess<?>> isAmbient() {
        return DescribedPredicate.describe("reads the clock, sleeps or draws at random", access -> {
            if (!(access.getTarget() instanceof CodeUnitAccessTarget target)) {
                return false;
            }
            String call = target.getFullName();
            return AMBIENT.stream().anyMatch(pattern -> pattern.matcher(call).matches());
        });
    }
}
