package io.dsreview.test.inference;

import io.dsreview.api.access.Actor;
import io.dsreview.api.error.Problem;
import io.dsreview.api.inference.InferenceProvider;
import io.dsreview.api.inference.Prompt;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A model that gives the answers it was told to give, in their order, and keeps every prompt it was asked. When it has none left, it
 * fails the test. Thread-safe.
 */
public final class ScriptedInference implements InferenceProvider {

    /** What it calls itself as a provider. */
    public static final String PROVIDER = "scripted";

    /** What it calls its model. */
    public static final String MODEL = "script-1";

    private final Deque<Outcome> outcomes = new ArrayDeque<>();
    private final List<Prompt> prompts = new ArrayList<>();

    /**
     * Adds an answer.
     *
     * @param text what the model writes
     * @return this
     */
    public synchronized ScriptedInference answer(String text) {
        outcomes.add(new Outcome.Completion(text, PROVIDER, MODEL));
        return this;
    }

    /**
     * Adds a failure.
     *
     * @param problem why there is no answer
     * @return this
     */
    public synchronized ScriptedInference fail(Problem problem) {
        outcomes.add(new Outcome.Failure(problem));
        return this;
    }

    /**
     * Returns everything it was asked.
     *
     * @return the prompts, in their order
     */
    public synchronized List<Prompt> prompts() {
        return List.copyOf(prompts);
    }

    @Override
    public synchronized Outcome complete(Prompt prompt, Actor actor) {
        prompts.add(prompt);
        Outcome next = outcomes.poll();
        if (next == null) {
            throw new AssertionError(
                    "the model is asked once more than the script has answers; add one with answer(...)");
        }
        return next;
    }
}
