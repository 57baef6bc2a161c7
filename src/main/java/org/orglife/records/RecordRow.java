package org.orglife.records;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One record.
 *
 * @param title what it is about
 * @param on its day; null for none
 * @param facts what is stored of it; what is empty is left out
 * @param address where more of it stands; null for nowhere
 */
public record RecordRow(
        String title,
        @Nullable LocalDate on,
        List<RecordFact> facts,
        @Nullable String address) {

    public RecordRow {
        facts = List.copyOf(facts);
    }
}
