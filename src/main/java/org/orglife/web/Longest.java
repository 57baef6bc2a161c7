package org.orglife.web;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.hibernate.validator.constraintvalidation.HibernateConstraintValidatorContext;
import org.jspecify.annotations.Nullable;
import org.orglife.shared.TypedText;

/**
 * A text of so many characters at most, counted as a reader counts them. Its message may name {@code {0}}, the
 * number of characters too many. Null is short enough.
 */
@Constraint(validatedBy = Longest.Check.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Longest {

    /** The most characters there may be. */
    int value();

    String message();

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Counts. */
    final class Check implements ConstraintValidator<Longest, String> {

        private int longest;

        @Override
        public void initialize(Longest constraint) {
            longest = constraint.value();
        }

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            int excess = text == null ? 0 : TypedText.length(text) - longest;
            if (excess > 0) {
                context.unwrap(HibernateConstraintValidatorContext.class).addMessageParameter("0", excess);
            }
            return excess <= 0;
        }
    }
}
