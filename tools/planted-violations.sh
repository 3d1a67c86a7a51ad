#!/usr/bin/env bash
#
# Proves that the build rules work: plants one violation for each rule into a copy of this repository, and requires the
# build to go red and to name the rule. The untouched copy must be green first. Nothing is written outside the copy.
#
#   tools/planted-violations.sh             all rules
#   tools/planted-violations.sh clock ...   only these
#
# Maven runs offline: run "mvn verify" once before.

set -uo pipefail

repository=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
workspace=$(mktemp -d)
trap 'rm -rf "$workspace"' EXIT
green=$workspace/green # built once, then left alone
at_once=2              # rules, each in a fresh copy of it

# ------------------------------------------------------------------------------------------------------------ the rules
#
# name | how it is checked (check_* below) | what the output must say. The violation is planted by plant_<name>.

rules='
nullability              | compile                           | \[NullAway\]
error_prone_error        | compile                           | \[DeadException\]
error_prone_warning      | compile                           | \[UnusedVariable\]
error_prone_in_a_test    | test_compile                      | \[DeadException\]
compiler_lint            | compile                           | found raw type
javadoc_reference        | compile                           | reference not found
formatting               | format                            | format violations
unused_import            | format                            | format violations
duplicate_dependency     | enforce                           | BanDuplicatePomDependencyVersions
diverging_dependency     | enforce                           | DependencyConvergence
snapshot_dependency      | enforce                           | RequireReleaseDeps
api_uses_core            | architecture ModuleDirectionTest  | io.dsreview.api.. uses only io.dsreview.api..
core_uses_superset       | architecture ModuleDirectionTest  | io.dsreview.core.. uses only io.dsreview.core..
superset_uses_core       | architecture ModuleDirectionTest  | io.dsreview.superset.. uses only io.dsreview.superset..
test_uses_core           | architecture ModuleDirectionTest  | io.dsreview.test.. uses only io.dsreview.test..
door_uses_test           | architecture ModuleDirectionTest  | io.dsreview uses only io.dsreview,
unknown_module           | architecture ModuleDirectionTest  | every class lives in a module that this test knows
package_cycle            | architecture ModuleDirectionTest  | Cycle detected
api_package_order        | architecture ApiPackageOrderTest  | stand before their own in the list
api_unknown_package      | architecture ApiPackageOrderTest  | lives in a package without a place in the list
name_helper              | architecture NamesTest            | no class is called Util, Helper
name_base                | architecture NamesTest            | no class is called Util, Helper
clock                    | architecture SeamsTest            | no clock, sleep or randomness
clock_by_reference       | architecture SeamsTest            | no clock, sleep or randomness
random_id                | architecture SeamsTest            | no clock, sleep or randomness
sleep                    | architecture SeamsTest            | no clock, sleep or randomness
jackson_in_a_signature   | architecture PublicSignaturesTest | shows tools.jackson.databind.JsonNode in a public signature
slf4j_as_type_argument   | architecture PublicSignaturesTest | shows org.slf4j.Logger in a public signature
wire_type                | architecture WireTypesTest        | be used in their own package only
not_null_marked          | architecture NullMarkedTest       | package-info says @NullMarked
no_package_info          | architecture SourceTreeTest       | packages without a documented package-info.java
long_file                | architecture SourceTreeTest       | main files with more than 300 lines
large_package            | architecture SourceTreeTest       | packages with more than 25 files
split_package            | architecture SourceTreeTest       | files outside the root package of their module
javadoc_of_a_type        | architecture JavadocTest          | Planted has no Javadoc
javadoc_of_a_component   | architecture JavadocTest          | Planted has no @param size
javadoc_of_a_result      | architecture JavadocTest          | size\(\) has no @return
'

# -------------------------------------------------------------------------------------------------------- the violations

# "java <module> <type>" writes a source file, whose text after the package line comes from stdin.
java() {
    local file=$copy/$1/src/${3:-main}/java/$(tr . / <<<"$2").java
    mkdir -p "$(dirname "$file")"
    { echo "package ${2%.*};"; echo; cat; } >"$file"
}

# "null_marked <module> <package>"
null_marked() {
    mkdir -p "$copy/$1/src/main/java/${2//.//}"
    cat >"$copy/$1/src/main/java/${2//.//}/package-info.java" <<END
/** Planted. */
@NullMarked
package $2;

import org.jspecify.annotations.NullMarked;
END
}

# "uses <module> <user> <used>": two types, of which one uses the other; both lie in one module, since Maven would already
# refuse the import across modules.
uses() {
    java "$1" "$3" <<<'public interface '"${3##*.}"' {}'
    java "$1" "$2" <<<'interface '"${2##*.}"' { '"$3"' used(); }'
}

# "dependency <artifact> <version>" adds a dependency to the API.
dependency() {
    sed -i "0,/<dependencies>/s||&<dependency><groupId>org.planted</groupId><artifactId>$1</artifactId><version>$2</version></dependency>|" \
        "$copy/dsreview-api/pom.xml"
}

# "foreign <artifact> <version> [<dependencies>]" adds a foreign project to the reactor, so that nothing has to be fetched.
foreign() {
    mkdir -p "$copy/planted/$1-$2"
    cat >"$copy/planted/$1-$2/pom.xml" <<END
<project xmlns="http://maven.apache.org/POM/4.0.0">
    <modelVersion>4.0.0</modelVersion>
    <groupId>org.planted</groupId>
    <artifactId>$1</artifactId>
    <version>$2</version>
    <dependencies>${3:-}</dependencies>
</project>
END
    sed -i "0,/<modules>/s||&<module>planted/$1-$2</module>|" "$copy/pom.xml"
}

plant_nullability() {
    null_marked dsreview-api io.dsreview.api.planted
    java dsreview-api io.dsreview.api.planted.Planted <<<'interface Planted { static Object planted() { return null; } }'
}

plant_error_prone_error() {
    java dsreview-api io.dsreview.api.planted.Planted <<<'interface Planted { static void planted() { new IllegalStateException("x"); } }'
}

plant_error_prone_warning() {
    java dsreview-api io.dsreview.api.planted.Planted <<<'interface Planted { static void planted() { int spare = 1; } }'
}

plant_error_prone_in_a_test() {
    java dsreview-api io.dsreview.api.planted.PlantedTest test <<<'interface PlantedTest { static void planted() { new IllegalStateException("x"); } }'
}

plant_compiler_lint() {
    java dsreview-api io.dsreview.api.planted.Planted <<<'interface Planted { java.util.List planted(); }'
}

plant_javadoc_reference() {
    java dsreview-api io.dsreview.api.planted.Planted <<<'/** See {@link NoSuchType}. */ interface Planted {}'
}

plant_formatting() {
    java dsreview-api io.dsreview.api.planted.Planted <<<'interface Planted   {   }'
}

plant_unused_import() {
    java dsreview-api io.dsreview.api.planted.Planted <<<$'import java.util.List;\n\ninterface Planted {}'
}

plant_duplicate_dependency() {
    foreign leaf 1
    dependency leaf 1
    dependency leaf 1
}

plant_diverging_dependency() {
    foreign leaf 1
    foreign leaf 2
    foreign stem 1 '<dependency><groupId>org.planted</groupId><artifactId>leaf</artifactId><version>1</version></dependency>'
    foreign twig 1 '<dependency><groupId>org.planted</groupId><artifactId>leaf</artifactId><version>2</version></dependency>'
    dependency stem 1
    dependency twig 1
}

plant_snapshot_dependency() {
    foreign leaf 1-SNAPSHOT
    dependency leaf 1-SNAPSHOT
}

plant_api_uses_core() { uses dsreview-api io.dsreview.api.planted.User io.dsreview.core.planted.Used; }
plant_core_uses_superset() { uses dsreview-core io.dsreview.core.planted.User io.dsreview.superset.planted.Used; }
plant_superset_uses_core() { uses dsreview-superset io.dsreview.superset.planted.User io.dsreview.core.planted.Used; }
plant_test_uses_core() { uses dsreview-test io.dsreview.test.planted.User io.dsreview.core.planted.Used; }
plant_door_uses_test() { uses dsreview io.dsreview.PlantedUser io.dsreview.test.planted.Used; }

plant_unknown_module() {
    java dsreview io.dsreview.planted.Planted <<<'interface Planted {}'
}

plant_package_cycle() {
    java dsreview-core io.dsreview.core.planted.one.One <<<'public interface One { io.dsreview.core.planted.two.Two two(); }'
    java dsreview-core io.dsreview.core.planted.two.Two <<<'public interface Two { io.dsreview.core.planted.one.One one(); }'
}

plant_api_package_order() { uses dsreview-api io.dsreview.api.canonical.PlantedUser io.dsreview.api.session.PlantedUsed; }

plant_api_unknown_package() {
    java dsreview-api io.dsreview.api.planted.Planted <<<'interface Planted {}'
}

plant_name_helper() {
    java dsreview-core io.dsreview.core.planted.PlantedHelper <<<'interface PlantedHelper {}'
}

plant_name_base() {
    java dsreview-core io.dsreview.core.planted.BasePlanted <<<'interface BasePlanted {}'
}

plant_clock() {
    java dsreview-core io.dsreview.core.planted.Planted <<<'interface Planted { static Object now() { return java.time.Instant.now(); } }'
}

plant_clock_by_reference() {
    java dsreview-core io.dsreview.core.planted.Planted <<<'interface Planted { java.util.function.LongSupplier NOW = System::nanoTime; }'
}

plant_random_id() {
    java dsreview-api io.dsreview.api.planted.Planted <<<'interface Planted { static Object id() { return java.util.UUID.randomUUID(); } }'
}

plant_sleep() {
    java dsreview-superset io.dsreview.superset.planted.Planted <<<'interface Planted { static void sleep() throws InterruptedException { Thread.sleep(1); } }'
}

plant_jackson_in_a_signature() {
    java dsreview-superset io.dsreview.superset.planted.Planted <<<'public interface Planted { tools.jackson.databind.JsonNode node(); }'
}

plant_slf4j_as_type_argument() {
    java dsreview-core io.dsreview.core.planted.Planted <<<'public interface Planted { void log(java.util.List<org.slf4j.Logger> loggers); }'
}

plant_wire_type() { uses dsreview-superset io.dsreview.superset.planted.Planted io.dsreview.superset.planted.chart.ChartWire; }

plant_not_null_marked() {
    java dsreview-core io.dsreview.core.planted.Planted <<<'interface Planted {}'
    java dsreview-core io.dsreview.core.planted.package-info <<<''
}

plant_no_package_info() {
    java dsreview-core io.dsreview.core.planted.Planted <<<'interface Planted {}'
}

plant_long_file() {
    java dsreview-core io.dsreview.core.planted.Planted < <(echo 'interface Planted {'; yes '    // planted' | head -n 297; echo '}')
}

plant_large_package() {
    for number in {1..26}; do
        java dsreview-core "io.dsreview.core.planted.Planted$number" <<<"interface Planted$number {}"
    done
}

plant_split_package() {
    java dsreview-core io.dsreview.api.planted.Planted <<<'interface Planted {}'
}

plant_javadoc_of_a_type() {
    java dsreview-api io.dsreview.api.planted.Planted <<<'public interface Planted {}'
}

plant_javadoc_of_a_component() {
    java dsreview-api io.dsreview.api.planted.Planted <<<'/** Planted. */ public record Planted(int size) {}'
}

plant_javadoc_of_a_result() {
    java dsreview-api io.dsreview.api.planted.Planted <<<'/** Planted. */ public interface Planted { /** Planted. */ int size(); }'
}

# ------------------------------------------------------------------------------------------------------------ the checks

# Compiles only what is newer than its class file, which is what was planted.
maven() {
    mvn --offline --batch-mode --file "$copy/pom.xml" -Dmaven.compiler.useIncrementalCompilation=false \
        -Djacoco.skip -Dsurefire.failIfNoSpecifiedTests=false "$@" >"$log" 2>&1
}

check_compile() { maven compile -pl dsreview-api -Denforcer.skip; }
check_test_compile() { maven test-compile -pl dsreview-api -Denforcer.skip; }
check_format() { maven verify -pl dsreview-api -Denforcer.skip -DskipTests; }
check_enforce() { maven validate -pl dsreview-api -am; }
check_architecture() { maven test -pl architecture-tests -am -Denforcer.skip "-Dtest=$1"; }
check_everything() { maven verify '-Dtest=io/dsreview/architecture/*'; }

# --------------------------------------------------------------------------------------------------------------- the run

# "report <words> <seconds at the start> <passed or failed>": all in one write, since rules report side by side.
report() {
    local said
    said=$(printf '%-60s (%d s)' "$1" $((SECONDS - $2)))
    [[ $3 == passed ]] || said+=$'\n'$(tail -n 25 "$log" | sed 's/^/    /')
    echo "$said"
    [[ $3 == passed ]]
}

build_the_untouched_copy() {
    local start=$SECONDS copy=$workspace/untouched log=$workspace/untouched.log
    mkdir "$copy"
    git -C "$repository" ls-files --cached --others --exclude-standard -z |
        tar -C "$repository" --null --files-from=- --ignore-failed-read -cf - 2>/dev/null | tar -C "$copy" -xf -
    if ! check_everything; then
        report 'untouched copy must be green, but is red' "$start" failed
        exit 1
    fi
    report 'untouched copy is green' "$start" passed
    mv "$copy" "$green"
}

require_red() {
    local name=$1 check=$2 pattern=$3 start=$SECONDS copy=$workspace/$1 log=$workspace/$1.log
    # Runs so short do not earn what the optimising compiler costs.
    local -x MAVEN_OPTS="${MAVEN_OPTS:-} -XX:TieredStopAtLevel=1"
    cp -a "$green" "$copy"
    "plant_$name"
    # shellcheck disable=SC2086 # the check is a name and its arguments
    if check_$check; then
        report "rule $name must be red, but is green" "$start" failed
    elif ! grep -Eq -- "$pattern" "$log"; then
        report "rule $name is red, but does not say \"$pattern\"" "$start" failed
    else
        rm -rf "$copy"
        report "rule $name red as required" "$start" passed
    fi
}

build_the_untouched_copy
running=()
while IFS='|' read -r name check pattern; do
    read -r name <<<"$name"
    read -r check <<<"$check"
    read -r pattern <<<"$pattern"
    if [[ -n $name && ($# == 0 || " $* " == *" $name "*) ]]; then
        while (($(jobs -rp | wc -l) >= at_once)); do sleep 0.2; done
        require_red "$name" "$check" "$pattern" </dev/null &
        running+=($!)
    fi
done <<<"$rules"

passed=1 # the untouched copy
failed=0
for job in "${running[@]}"; do
    if wait "$job"; then passed=$((passed + 1)); else failed=$((failed + 1)); fi
done
echo "$passed passed, $failed failed"
[[ $failed == 0 ]]
