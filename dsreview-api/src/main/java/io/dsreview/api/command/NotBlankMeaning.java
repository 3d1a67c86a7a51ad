package io.dsreview.api.command;

import io.dsreview.api.semantic.FieldMeaning;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A meaning says something: one of its texts has a visible character, or it names a format or a class of personal data. What is
 * null is left to {@code NotNull}.
 */
@Documented
@Constraint(validatedBy = NotBlankMeaning.Check.class)
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface NotBlankMeaning {

    /**
     * Returns what Jakarta Validation says of a violation.
     *
     * @return the text, which is in no language
     */
    String message() default "NotBlankMeaning";

    /**
     * Returns the groups, as Jakarta Validation asks for.
     *
     * @return none
     */
    Class<?>[] groups() default {};

    /**
     * Returns what else goes with it, as Jakarta Validation asks for.
     *
     * @return nothing
     */
    Class<? extends Payload>[] payload() default {};

    /** Looks at a meaning. Thread-safe. */
    final class Check implements ConstraintValidator<NotBlankMeaning, FieldMeaning> {

        /** Made by Jakarta Validation. */
        public Check() {}

        @Override
        public boolean isValid(@Nullable FieldMeaning meaning, ConstraintValidatorContext context) {
            return meaning == null
                    || meaning.format() != null
                    || meaning.pii() != null
                    || Stream.of(meaning.verboseName(), meaning.description(), meaning.unit())
                            .anyMatch(text -> text == null || !text.isBlank());
        }
    }
}
