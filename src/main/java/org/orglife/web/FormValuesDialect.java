package org.orglife.web;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.dialect.IExpressionObjectDialect;
import org.thymeleaf.expression.IExpressionObjectFactory;

/** Offers {@link FormValues} to every template as {@code #form}. */
@Component
class FormValuesDialect implements IExpressionObjectDialect, IExpressionObjectFactory {

    private static final String NAME = "form";

    @Override
    public String getName() {
        return "form values";
    }

    @Override
    public IExpressionObjectFactory getExpressionObjectFactory() {
        return this;
    }

    @Override
    public Set<String> getAllExpressionObjectNames() {
        return Set.of(NAME);
    }

    @Override
    public @Nullable Object buildObject(IExpressionContext context, String name) {
        return NAME.equals(name) ? new FormValues(context) : null;
    }

    /** The form around a tag differs from place to place. */
    @Override
    public boolean isCacheable(String name) {
        return false;
    }
}
