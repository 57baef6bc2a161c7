package org.orglife.imports;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.orglife.excel.ExcelColumn;
import org.orglife.excel.ExcelTableData;
import org.orglife.excel.TemplateColumn;
import org.orglife.shared.BranchScope;
import org.orglife.shared.Role;
import org.orglife.shared.RuleViolationException;

/**
 * Takes one kind of sheet. A check is an import that is rolled back, so that the preview shows exactly what would
 * happen.
 */
public interface SheetImport {

    /** Name of the sheet in a workbook, such as 党员. */
    String sheetName();

    /** Workbook in whose template the sheet stands: {@code roster}, {@code ledger}. */
    String templateName();

    /** Sheets are taken in this order, whatever theirs is in the workbook: units before their members. */
    int order();

    /** Whether somebody in that role may bring such a sheet. */
    boolean isOpenTo(Role role);

    /** Its columns, as a blank form explains them. */
    List<TemplateColumn> templateColumns();

    /** The same columns as they are looked for in a workbook. */
    default List<ExcelColumn> columns() {
        return templateColumns().stream().map(TemplateColumn::column).toList();
    }

    /**
     * Writes the rows, in the running transaction, and says what that changed. Rows that are wrong are named in the
     * report; the caller rolls back if there is one.
     */
    SheetReport apply(ExcelTableData table, ImportContext context);

    /**
     * Takes back what an import of this sheet wrote, newest first.
     *
     * @param records only those of the object types this sheet writes
     * @throws RuleViolationException {@code imports.undo.changed} if one of them was changed since
     */
    void undo(List<ImportRecord> records, ImportContext context);

    /** Object types it writes, as named in its records. */
    List<String> objectTypes();

    /** What has to be chosen before such a sheet can be taken, as a fragment of a page; empty if nothing has. */
    default Optional<ImportQuestion> question(Map<String, String> choices, String fileName, BranchScope scope) {
        return Optional.empty();
    }
}
