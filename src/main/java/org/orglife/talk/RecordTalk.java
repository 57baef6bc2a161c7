package org.orglife.talk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A talk as somebody records it.
 *
 * @param convener member whose talk it was
 * @param partners members talked with, in the order in which they are named
 * @param text what one of those who took part wants to keep; null for nothing
 */
public record RecordTalk(
        long taskId,
        long convener,
        List<Long> partners,
        Talk.Facts facts,
        @Nullable String text) {

    public RecordTalk {
        partners = List.copyOf(partners);
    }
}
