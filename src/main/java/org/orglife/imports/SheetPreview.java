package org.orglife.imports;

import java.util.List;

/**
 * What an import of a sheet would do, or has done.
 *
 * @param rows rows of the sheet that hold something
 * @param created records it makes
 * @param changed records it changes
 * @param unchanged records that are already as the file says
 * @param conflicts fields it leaves alone because they were edited here since
 */
public record SheetPreview(
        String sheet,
        int rows,
        int created,
        int changed,
        int unchanged,
        int conflicts,
        List<SheetReport.Change> changes) {

    SheetPreview withoutChanges() {
        return new SheetPreview(sheet, rows, created, changed, unchanged, conflicts, List.of());
    }
}
