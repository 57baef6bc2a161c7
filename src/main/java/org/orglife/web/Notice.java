package org.orglife.web;

import java.io.Serial;
import java.io.Serializable;
import java.util.List;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What the next page says about what was just done, once.
 *
 * @param code key of the sentence
 * @param arguments what it names
 */
public record Notice(String code, List<String> arguments) implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final String ATTRIBUTE = "notice";

    /** Leaves the notice for the page that follows the redirect. */
    public static void leave(RedirectAttributes redirect, String code, Object... arguments) {
        redirect.addFlashAttribute(
                ATTRIBUTE,
                new Notice(
                        code, List.of(arguments).stream().map(String::valueOf).toList()));
    }
}
