package org.orglife.rectification;

import java.io.Serial;
import java.util.LinkedHashMap;
import java.util.Map;
import org.orglife.shared.RuleViolationException;

/** Some lines of a form cannot be saved, so that none is. */
public class LinesRefusedException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Map<Long, RuleViolationException> wrong;

    LinesRefusedException(Map<Long, RuleViolationException> wrong) {
        super(wrong.size() + " lines refused");
        this.wrong = new LinkedHashMap<>(wrong);
    }

    /** What is wrong, by measure; never empty. */
    public Map<Long, RuleViolationException> wrong() {
        return Map.copyOf(wrong);
    }
}
