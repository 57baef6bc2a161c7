package org.orglife.imports;

import java.util.Map;

/**
 * A choice to be made before a sheet can be taken.
 *
 * @param template whose fragment {@code choice} asks the question
 * @param model what the fragment shows; stands in the page as {@code question}
 * @param answers the choices as they are taken if nobody changes them
 */
public record ImportQuestion(String template, Map<String, Object> model, Map<String, String> answers) {

    public ImportQuestion {
        model = Map.copyOf(model);
        answers = Map.copyOf(answers);
    }
}
