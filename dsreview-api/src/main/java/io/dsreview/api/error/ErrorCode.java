package io.dsreview.api.error;

import java.util.Locale;

/**
 * A stable code for one kind of problem. Each module ships an enum of these together with a message bundle; the bundle
 * holds {@code CODE.message} and {@code CODE.cure}, in which {@code {name}} stands for an argument.
 */
public interface ErrorCode {

    /**
     * Returns the code, in upper case with underscores, unique across all modules. It never changes once released.
     *
     * @return the code, such as {@code PREVIEW_INPUT_NOT_CARRIED}
     */
    String code();

    /**
     * Returns what repeating the request can change.
     *
     * @return the retry class
     */
    RetryClass retry();

    /**
     * Returns the base name of the resource bundle with the words for this code, as {@link java.util.ResourceBundle}
     * takes it.
     *
     * @return a base name such as {@code io.dsreview.core.messages}
     * @see ProblemText#of(Problem, Locale)
     */
    String bundle();
}
