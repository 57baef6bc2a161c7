package org.orglife.campaign;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The notice of a campaign or one supplement to it, and who has read it.
 *
 * @param supplementId null for the notice itself
 * @param title null for the notice itself
 * @param branches number of branches of the scope that are to read it
 * @param read of them, those that have confirmed it
 * @param reader who confirmed it last
 * @param readAt when; null if nobody has
 */
public record NoticePart(
        @Nullable Long supplementId,
        @Nullable String title,
        int branches,
        int read,
        @Nullable String reader,
        @Nullable Instant readAt) {

    public boolean isReadByAll() {
        return read >= branches;
    }
}
