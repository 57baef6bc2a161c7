package org.orglife.lookback;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody found at an item.
 *
 * @param remark up to 300 characters; null only where the result holds
 * @param inspector place of who looked among the round's inspectors, from 0
 */
public record RecordResult(
        Finding finding, CheckedBy way, @Nullable String remark, int inspector, LocalDate checkedOn) {}
