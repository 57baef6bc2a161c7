package org.orglife.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.orglife.shared.RuleViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.validation.Errors;

/** Puts what a rule refuses beside the field it is about, so that the form comes back with all that was typed. */
public final class FormRefusals {

    private FormRefusals() {}

    /**
     * Does the work of a form that has no mistakes.
     *
     * @param fields code of the rule to name of the field; a rule without one stands above the form
     * @return what the work returned; null if the form has mistakes already, or a rule refused the work, which the errors
     *     then know
     */
    public static @Nullable String attempt(Errors errors, Map<String, String> fields, Supplier<String> work) {
        return attempt(errors, work, fields::get);
    }

    /** The same where whatever is refused is about one field. */
    public static @Nullable String attempt(Errors errors, String field, Supplier<String> work) {
        return attempt(errors, work, code -> field);
    }

    private static @Nullable String attempt(
            Errors errors, Supplier<String> work, Function<String, @Nullable String> fieldOf) {
        if (errors.hasErrors()) {
            return null;
        }
        try {
            return work.get();
        } catch (RuleViolationException refused) {
            String field = fieldOf.apply(refused.code());
            if (field == null) {
                errors.reject(refused.code(), refused.arguments(), null);
            } else {
                errors.rejectValue(field, refused.code(), refused.arguments(), null);
            }
            return null;
        }
    }

    /** The page as it is drawn again, with the status of a form that has to be mended. */
    public static String again(String page, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page;
    }
}
