package org.orglife.excel;

import java.io.Serial;
import org.orglife.shared.RuleViolationException;

/** The uploaded file cannot be read as a workbook; its message says what is wrong and what to do about it. */
public class UnreadableWorkbookException extends RuleViolationException {

    @Serial
    private static final long serialVersionUID = 1L;

    UnreadableWorkbookException(String code, Object... arguments) {
        super(code, arguments);
    }

    static UnreadableWorkbookException damaged(Throwable cause) {
        UnreadableWorkbookException damaged = new UnreadableWorkbookException("excel.file.damaged");
        damaged.initCause(cause);
        return damaged;
    }
}
