package org.orglife.publication;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody promises.
 *
 * @param name of somebody who is no member, for whom a helper writes; null for the caller himself
 * @param promises one to three
 */
public record WritePledge(@Nullable String name, String post, List<Promise> promises) {

    public WritePledge {
        promises = List.copyOf(promises);
    }
}
