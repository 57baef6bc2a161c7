package org.orglife.web;

import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;

/** A form that comes back with its mistakes. */
public final class Redrawn {

    private Redrawn() {}

    /**
     * Puts form and mistakes into the model. Spring leaves the form out if one of its fields could not be converted, and
     * forgets the mistakes if only the form is put there again.
     */
    public static void with(Model model, Object form, BindingResult errors) {
        model.addAttribute(errors.getObjectName(), form);
        model.addAttribute(BindingResult.MODEL_KEY_PREFIX + errors.getObjectName(), errors);
    }
}
