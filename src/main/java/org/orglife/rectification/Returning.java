package org.orglife.rectification;

import org.jspecify.annotations.Nullable;
import org.orglife.problem.SubjectKind;

/**
 * A problem of the running cycle, with the earlier one that it may be or is.
 *
 * @param earlier null where nothing like it is known
 * @param dismissed whether the likeness was found to be none
 */
public record Returning(
        long id,
        int number,
        SubjectKind subjectKind,
        String aspect,
        String text,
        @Nullable EarlierProblem earlier,
        boolean dismissed) {}
