package io.dsreview.core.ux;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Walks every path of every story; each step must end, and recommend, what the story says. */
class StoriesTest {

    @TestFactory
    Stream<DynamicTest> T019_automaticReview() {
        return AutomaticReview.story().tests();
    }

    @TestFactory
    Stream<DynamicTest> T027_guidedClarification() {
        return GuidedClarification.story().tests();
    }

    @TestFactory
    Stream<DynamicTest> T036_controlledExecution() {
        return ControlledExecution.story().tests();
    }
}
