package org.orglife.campaign;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orglife.audit.AuditAction;
import org.orglife.audit.AuditTrail;
import org.orglife.excel.CellProblem;
import org.orglife.excel.ExcelRecord;
import org.orglife.excel.ExcelTableData;
import org.orglife.imports.ImportContext;
import org.orglife.imports.ImportRecord;
import org.orglife.imports.SheetReport;
import org.orglife.shared.Role;

/**
 * Takes a sheet of which every row names its branch. All that is wrong is noted in the rows before anything is written;
 * nothing is written if there is something.
 *
 * @param <R> a row as it is written
 * @param <M> what the rows mean, by the people and records that are there
 */
public abstract class BranchRowImport<R extends BranchRow, M> extends CampaignSheetImport {

    private final ImportCampaign campaign;
    private final ImportTasks tasks;
    private final AuditTrail audit;

    protected BranchRowImport(ImportCampaign campaign, ImportTasks tasks, AuditTrail audit) {
        super(campaign);
        this.campaign = campaign;
        this.tasks = tasks;
        this.audit = audit;
    }

    /** Reads a row; null if something in it is wrong or missing, which the record then knows. */
    protected abstract @Nullable R read(ExcelRecord record, ImportTasks.Sheet sheet);

    /** Finds what the rows mean, and notes in them what is wrong with that. */
    protected abstract M resolve(List<R> rows, ImportTasks.Sheet sheet);

    /** Writes it, unless it is there already, and says so. */
    protected abstract void write(M meant, ImportTasks.Sheet sheet, SheetReport report);

    /**
     * Takes back what an import of this sheet wrote.
     *
     * @return the tasks whose figures are others by that
     */
    protected abstract Collection<Long> takeBack(List<ImportRecord> records);

    /** What the trail tells of an import. */
    protected abstract AuditAction imported();

    /** What the trail tells of one that is taken back. */
    protected abstract AuditAction undone();

    /** Whether an office, too, may see what stands in the cell that is wrong. */
    protected boolean isForOffice(CellProblem problem) {
        return true;
    }

    @Override
    public SheetReport apply(ExcelTableData table, ImportContext context) {
        SheetReport report = new SheetReport(sheetName());
        Campaign into = campaign.choose(context);
        ImportTasks.Sheet sheet = tasks.of(into, context);
        List<R> rows = new ArrayList<>();
        for (ExcelRecord record : table.records()) {
            report.row();
            R row = read(record, sheet);
            if (row != null) {
                rows.add(row);
            }
        }
        sheet.find(rows.stream().map(BranchRow::branch).toList());
        rows.stream()
                .filter(row -> !sheet.reaches(row.branch()))
                .forEach(row -> row.record().problem(ImportTasks.BRANCH, "campaign.import.not-reached"));
        M meant = resolve(rows, sheet);
        boolean veil = context.scope().role() == Role.PARTY_OFFICE;
        for (ExcelRecord record : table.records()) {
            for (CellProblem problem : record.problems()) {
                report.problem(veil && !isForOffice(problem) ? problem.veiled() : problem);
            }
        }
        if (!report.hasProblems()) {
            write(meant, sheet, report);
            audit.record(imported(), ImportCampaign.TYPE, into.getId(), into.getTitle());
        }
        table.records().forEach(record -> report.warnings(record.warnings()));
        return report;
    }

    @Override
    public final void undo(List<ImportRecord> records, ImportContext context) {
        tasks.recount(takeBack(records));
        audit.record(undone(), "OrgUnit", context.unitId(), null);
    }
}
