package io.dsreview.core.ux;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * What a person wants to get done, in all ways in which it can go.
 *
 * @param id the id of its test
 * @param title its name
 * @param introduction what it is about
 * @param node which state of its diagram a row shows
 * @param paths the ways, the happy one first
 */
record Story(String id, String title, String introduction, Function<Row, String> node, List<Path> paths) {

    static List<Story> all() {
        return List.of(AutomaticReview.story(), GuidedClarification.story(), ControlledExecution.story());
    }

    /** A test for each path, named by the story, the promises and the path. */
    Stream<DynamicTest> tests() {
        return paths.stream()
                .map(path -> DynamicTest.dynamicTest(
                        id + "_" + String.join("_", path.contracts()) + " " + path.title(), path::walk));
    }
}
