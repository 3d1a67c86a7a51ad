package io.dsreview.core.validation;

import io.dsreview.api.command.NotBlankMeaning;
import io.dsreview.api.command.ReviewCommand;
import io.dsreview.api.error.Problem;
import io.dsreview.core.finding.ReviewProblem;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/**
 * Checks commands at the door: all violations at once, each as a problem about the path of the offending component. Never
 * echoes a value. Thread-safe.
 */
public final class CommandValidator {

    private static final Validator VALIDATOR = validator();

    /** Makes a validator. */
    public CommandValidator() {}

    /**
     * Checks a command.
     *
     * @param command the command
     * @return all problems, in the order of their paths; empty if there are none
     */
    public List<Problem> check(ReviewCommand command) {
        return Stream.concat(
                        VALIDATOR.validate(command).stream().map(CommandValidator::problem),
                        StorableText.violations(command))
                .sorted(Comparator.comparing(problem -> String.valueOf(problem.target())))
                .toList();
    }

    /** Takes long to make, is immutable, and is therefore shared. No expression language: messages are never read. */
    private static Validator validator() {
        try (var factory = Validation.byDefaultProvider()
                .configure()
                .messageInterpolator(new ParameterMessageInterpolator())
                .buildValidatorFactory()) {
            return factory.getValidator();
        }
    }

    private static Problem problem(ConstraintViolation<?> violation) {
        Annotation constraint = violation.getConstraintDescriptor().getAnnotation();
        String path = violation.getPropertyPath().toString();
        Problem problem;
        if (constraint instanceof NotNull) {
            problem = Problem.of(ReviewProblem.INPUT_MISSING, "field", path);
        } else if (constraint instanceof NotBlank || constraint instanceof NotBlankMeaning) {
            problem = Problem.of(ReviewProblem.INPUT_BLANK, "field", path);
        } else if (constraint instanceof Size size) {
            problem = Problem.of(ReviewProblem.INPUT_TOO_LONG, "field", path, "limit", Integer.toString(size.max()));
        } else {
            String rule = constraint.annotationType().getSimpleName();
            problem = Problem.of(ReviewProblem.INPUT_OUT_OF_RANGE, "field", path, "rule", rule);
        }
        return problem.about(path);
    }
}
