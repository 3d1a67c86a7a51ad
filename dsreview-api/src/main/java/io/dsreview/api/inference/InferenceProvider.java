package io.dsreview.api.inference;

import io.dsreview.api.access.Actor;
import io.dsreview.api.error.Problem;

/**
 * Asks a model for text.
 *
 * <p>Called on the thread of the command, concurrently for different commands, and answers within timeouts of its own. Every
 * failure is a value; an exception means a bug. The host closes what is behind it.
 */
@FunctionalInterface
public interface InferenceProvider {

    /**
     * Completes a prompt.
     *
     * @param prompt the prompt
     * @param actor on whose behalf
     * @return the model's text, or why there is none
     */
    Outcome complete(Prompt prompt, Actor actor);

    /** What became of a prompt. */
    sealed interface Outcome {

        /**
         * The model answered.
         *
         * @param text what it wrote; nobody has checked it
         * @param provider the provider's name, 1 to 255 characters
         * @param model the model's name with its version, 1 to 255 characters
         */
        record Completion(String text, String provider, String model) implements Outcome {}

        /**
         * There is no answer.
         *
         * @param problem why
         */
        record Failure(Problem problem) implements Outcome {}
    }
}
