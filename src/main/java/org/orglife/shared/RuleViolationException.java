package org.orglife.shared;

import java.io.Serial;

/**
 * A rule of the field forbids what was asked. Carries the code of a message that tells the user what to do instead;
 * answered with 409 unless a page shows it beside its field.
 */
public class RuleViolationException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient Object[] arguments;

    /**
     * @param code key in {@code messages.properties}, named {@code feature.reason}
     * @param arguments what the message names: never free text of a user that the reader may not see
     */
    public RuleViolationException(String code, Object... arguments) {
        super(code);
        this.code = code;
        this.arguments = arguments.clone();
    }

    public String code() {
        return code;
    }

    public Object[] arguments() {
        return arguments.clone();
    }
}
