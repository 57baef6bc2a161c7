package org.orglife.web;

import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.context.IWebContext;
import org.thymeleaf.spring6.context.IThymeleafBindStatus;
import org.thymeleaf.spring6.util.FieldUtils;

/**
 * What stands in the fields of a form, in templates as {@code #form}: what was typed, however wrong it is, otherwise
 * what the form object holds. Beside {@code #fields}, which knows the errors only.
 */
public final class FormValues {

    private final IExpressionContext context;

    FormValues(IExpressionContext context) {
        this.context = context;
    }

    /** Text of a field of the form object around it, named by its path; empty if there is nothing. */
    public String value(String field) {
        String typed = typed(field);
        if (FieldUtils.hasAnyErrors(context) && context instanceof IWebContext) {
            return typed == null ? "" : typed;
        }
        IThymeleafBindStatus status = FieldUtils.getBindStatus(context, true, "*{" + field + "}");
        return status == null ? "" : status.getDisplayValue();
    }

    /** A form object whose fields could not all be converted does not exist: what was sent is all there is. */
    private @Nullable String typed(String field) {
        return context instanceof IWebContext page
                ? page.getExchange().getRequest().getParameterValue(field)
                : null;
    }
}
