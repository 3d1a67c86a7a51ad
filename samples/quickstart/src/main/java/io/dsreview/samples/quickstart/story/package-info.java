/**
 * A whole review as a story: three people, act by act, each showing what the library says. Start with
 * {@link io.dsreview.samples.quickstart.story.Walkthrough}.
 */
@NullMarked
package io.dsreview.samples.quickstart.story;

import org.jspecify.annotations.NullMarked;
