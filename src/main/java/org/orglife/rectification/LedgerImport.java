package org.orglife.rectification;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.orglife.audit.AuditTrail;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.Campaign;
import org.orglife.campaign.CampaignService;
import org.orglife.campaign.CampaignSheetImport;
import org.orglife.campaign.ImportCampaign;
import org.orglife.campaign.ImportTasks;
import org.orglife.excel.ExcelRecord;
import org.orglife.excel.ExcelTableData;
import org.orglife.excel.TemplateColumn;
import org.orglife.imports.ImportContext;
import org.orglife.imports.ImportRecord;
import org.orglife.imports.SheetReport;
import org.orglife.organisation.Member;
import org.orglife.problem.Problem;
import org.orglife.problem.ProblemService;
import org.springframework.stereotype.Component;

/** Takes the sheet 整改台账: problems with their measures, as far as they had come elsewhere. */
@Component
class LedgerImport extends CampaignSheetImport {

    static final String PROBLEM = "Problem";
    static final String MEASURE = "Measure";
    private static final int STEP = 200;

    private final ImportCampaign campaign;
    private final CampaignService campaigns;
    private final ImportTasks tasks;
    private final ProblemService problems;
    private final RectificationItemRepository items;
    private final LedgerUpdate update;
    private final LedgerUndo undo;
    private final ItemHistory history;
    private final AuditTrail audit;
    private final EntityManager entities;

    LedgerImport(
            ImportCampaign campaign,
            CampaignService campaigns,
            ImportTasks tasks,
            ProblemService problems,
            RectificationItemRepository items,
            LedgerUpdate update,
            LedgerUndo undo,
            ItemHistory history,
            AuditTrail audit,
            EntityManager entities) {
        super(campaign);
        this.campaign = campaign;
        this.campaigns = campaigns;
        this.tasks = tasks;
        this.problems = problems;
        this.items = items;
        this.update = update;
        this.undo = undo;
        this.history = history;
        this.audit = audit;
        this.entities = entities;
    }

    @Override
    public String sheetName() {
        return LedgerColumns.SHEET;
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public List<String> objectTypes() {
        return List.of(PROBLEM, MEASURE, ImportTasks.TYPE, ImportCampaign.TYPE);
    }

    @Override
    public List<TemplateColumn> templateColumns() {
        return LedgerColumns.template();
    }

    @Override
    public SheetReport apply(ExcelTableData table, ImportContext context) {
        SheetReport report = new SheetReport(sheetName());
        List<ForeignProblem> foreign = ForeignProblem.read(table, context.today());
        for (ExcelRecord record : table.records()) {
            report.row();
            record.problems().forEach(problem -> report.problem(LedgerVeil.over(problem, record, context.scope())));
        }
        Campaign chosen = campaign.choose(context);
        ImportTasks.Sheet sheet = tasks.of(chosen, context);
        List<LedgerMatch.Resolved> resolved = new LedgerMatch(campaign, chosen, sheet, report).resolve(foreign);
        if (report.hasProblems()) {
            return report;
        }
        write(resolved, sheet, report);
        audit.record(RectificationAction.LEDGER_IMPORTED, ImportCampaign.TYPE, chosen.getId(), chosen.getTitle());
        return report;
    }

    private void write(List<LedgerMatch.Resolved> resolved, ImportTasks.Sheet sheet, SheetReport report) {
        ImportContext context = sheet.context();
        Map<String, RectificationItem> known = new HashMap<>();
        List<Long> taskIds = sheet.known();
        if (!taskIds.isEmpty()) {
            items.ofTasks(taskIds)
                    .forEach(item -> known.put(item.getBranchId() + "|" + label(item.getProblem()), item));
        }
        LedgerUpdate.Last last = update.last(known.values(), context);
        Map<RectificationItem, LedgerMatch.Resolved> made = new LinkedHashMap<>();
        int done = 0;
        for (LedgerMatch.Resolved problem : resolved) {
            RectificationItem item =
                    known.get(problem.branch().getId() + "|" + problem.foreign().number());
            if (item == null) {
                made.put(make(problem, sheet.backfill(problem.branch()), context), problem);
                report.created();
            } else {
                update.apply(item, problem, last, () -> sheet.backfill(problem.branch()), report, context);
            }
            if (++done % STEP == 0) {
                context.reached(done);
            }
        }
        entities.flush();
        made.forEach((item, from) -> {
            history.noteImport(item, ItemEntry.Kind.IMPORTED, null, context.today(), context.actorName());
            record(item, from, context);
        });
    }

    /** A number of the own series stands for a problem that was put down here. */
    private static String label(Problem problem) {
        return problem.getSourceNumber() != null ? problem.getSourceNumber() : String.valueOf(problem.getNumber());
    }

    private RectificationItem make(LedgerMatch.Resolved problem, BranchTask task, ImportContext context) {
        ForeignProblem foreign = problem.foreign();
        Member subject = problem.subject() == null ? null : entities.getReference(Member.class, problem.subject());
        Problem made = problems.takeOver(
                task,
                foreign.number(),
                foreign.subjectKind(),
                subject,
                problem.aspect(),
                problem.text(),
                foreign.raisedAtLatest(context.today()));
        RectificationItem item = items.save(new RectificationItem(made));
        for (ForeignMeasure measure : foreign.measures()) {
            plan(item, measure, problem.owners().getOrDefault(measure, 0L), task, context.today());
        }
        item.takeOver(new ForeignState(
                foreign.state(), foreign.responsibleLeader(), foreign.submittedOn(), foreign.closedOn()));
        return item;
    }

    private void plan(RectificationItem item, ForeignMeasure foreign, long owner, BranchTask task, LocalDate today) {
        Measure measure = item.plan(
                task.nextMeasureNumber(),
                entities.getReference(Member.class, owner),
                new MeasurePlan(foreign.text(), foreign.target(), owner, foreign.track(), foreign.dueOn()));
        LocalDate done = foreign.doneOn();
        if (done != null) {
            measure.complete(done, foreign.progress());
        } else if (foreign.progress() != null) {
            measure.report(foreign.progress(), item.getProblem().getRaisedOn());
        }
        measure.expectStage(today.plusDays(item.getReviewInterval()));
    }

    private static void record(RectificationItem item, LedgerMatch.Resolved from, ImportContext context) {
        context.created(PROBLEM, item.getId(), LedgerValues.of(from), item.getVersion());
        List<Measure> measures = item.getMeasures();
        for (int position = 0; position < measures.size(); position++) {
            ForeignMeasure foreign = from.foreign().measures().get(position);
            context.created(
                    MEASURE,
                    measures.get(position).getId(),
                    LedgerValues.of(foreign, from.owners().getOrDefault(foreign, 0L)),
                    measures.get(position).getVersion());
        }
    }

    @Override
    public void undo(List<ImportRecord> records, ImportContext context) {
        undo.undo(records, context.today());
        tasks.moveBack(records);
        entities.flush();
        for (ImportRecord record : records) {
            if (record.type().equals(ImportCampaign.TYPE) && record.created()) {
                campaigns.discard(record.id());
            }
        }
        audit.record(RectificationAction.LEDGER_IMPORT_UNDONE, "OrgUnit", context.unitId(), null);
    }
}
