package org.orglife.records;

import java.util.List;

/**
 * What is stored of one kind.
 *
 * @param rows the newest, at most {@link OwnRows#NEWEST}
 * @param total how many there are
 */
public record RecordList(RecordSection section, List<RecordRow> rows, long total) {

    public RecordList {
        rows = List.copyOf(rows);
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** Whether there are more than are listed. */
    public boolean isCut() {
        return total > rows.size();
    }
}
