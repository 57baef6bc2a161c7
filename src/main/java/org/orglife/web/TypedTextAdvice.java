package org.orglife.web;

import java.beans.PropertyEditorSupport;
import org.jspecify.annotations.Nullable;
import org.orglife.shared.TypedText;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/** Brings every text that comes from a form into the one form of {@link TypedText} before it is checked or counted. */
@ControllerAdvice
class TypedTextAdvice {

    @InitBinder
    void bindTexts(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new Editor());
    }

    private static final class Editor extends PropertyEditorSupport {

        @Override
        public void setAsText(@Nullable String typed) {
            String text = TypedText.clean(typed);
            if (text != null && TypedText.isForbidden(text)) {
                throw new IllegalArgumentException("The text holds a control character");
            }
            setValue(text);
        }

        @Override
        public String getAsText() {
            return getValue() == null ? "" : String.valueOf(getValue());
        }
    }
}
