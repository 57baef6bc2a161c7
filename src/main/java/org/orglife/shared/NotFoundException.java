package org.orglife.shared;

import java.io.Serial;

/**
 * There is no such record, or it lies outside the caller's {@link BranchScope}: the two look the same on purpose, so
 * that nobody learns of records that are not his to see. Answered with 404.
 */
public class NotFoundException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public NotFoundException(Class<?> type, Object id) {
        super("%s %s does not exist or is out of scope".formatted(type.getSimpleName(), id));
    }
}
