package org.orglife.rectification;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orglife.audit.AuditTrail;
import org.orglife.campaign.Aspect;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.Campaign;
import org.orglife.campaign.CampaignService;
import org.orglife.campaign.CampaignSheetImport;
import org.orglife.campaign.ImportCampaign;
import org.orglife.campaign.ImportTasks;
import org.orglife.excel.CellProblem;
import org.orglife.excel.ExcelColumn;
import org.orglife.excel.ExcelRecord;
import org.orglife.excel.ExcelTableData;
import org.orglife.excel.NearestWords;
import org.orglife.excel.TemplateColumn;
import org.orglife.imports.ImportContext;
import org.orglife.imports.ImportRecord;
import org.orglife.imports.SheetReport;
import org.orglife.organisation.Member;
import org.orglife.organisation.OrgUnit;
import org.orglife.organisation.PeopleByName;
import org.orglife.problem.Problem;
import org.orglife.problem.ProblemService;
import org.orglife.problem.ProblemText;
import org.orglife.problem.SubjectKind;
import org.orglife.shared.BranchScope;
import org.orglife.shared.Role;
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

    /** A problem of the file with everything it names. */
    record Resolved(
            ForeignProblem foreign,
            OrgUnit branch,
            @Nullable Long subject,
            Aspect aspect,
            Map<ForeignMeasure, Long> owners) {

        ProblemText text() {
            return new ProblemText(aspect.getId(), foreign.text(), foreign.cause(), foreign.source());
        }
    }

    @Override
    public SheetReport apply(ExcelTableData table, ImportContext context) {
        SheetReport report = new SheetReport(sheetName());
        List<ForeignProblem> foreign = ForeignProblem.read(table, context.today());
        for (ExcelRecord record : table.records()) {
            report.row();
            record.problems().forEach(problem -> report.problem(veiled(problem, record, context)));
        }
        Campaign chosen = campaign.choose(context);
        ImportTasks.Sheet sheet = tasks.of(chosen, context);
        List<Resolved> resolved = resolve(foreign, chosen, sheet, report);
        if (report.hasProblems()) {
            return report;
        }
        write(resolved, sheet, report);
        audit.record(RectificationAction.LEDGER_IMPORTED, ImportCampaign.TYPE, chosen.getId(), chosen.getTitle());
        return report;
    }

    private List<Resolved> resolve(
            List<ForeignProblem> foreign, Campaign into, ImportTasks.Sheet sheet, SheetReport report) {
        ImportContext context = sheet.context();
        sheet.find(foreign.stream()
                .flatMap(problem -> Stream.ofNullable(sheet.named(problem.branch())))
                .toList());
        PeopleByName people = sheet.people();
        List<Resolved> resolved = new ArrayList<>();
        for (ForeignProblem problem : foreign) {
            OrgUnit branch = branch(problem, sheet, report);
            Aspect aspect = aspect(problem, into, report, context);
            if (branch != null && aspect != null) {
                Long subject = subject(problem, branch, people, report, context);
                Map<ForeignMeasure, Long> owners = owners(problem, branch, people, report, context);
                resolved.add(new Resolved(problem, branch, subject, aspect, owners));
            }
        }
        return resolved;
    }

    private static @Nullable OrgUnit branch(ForeignProblem problem, ImportTasks.Sheet sheet, SheetReport report) {
        OrgUnit branch = sheet.named(problem.branch());
        if (branch == null) {
            CellProblem unclear = sheet.object(problem.record(), LedgerColumns.BRANCH, problem.branch());
            object(report, problem.record(), sheet.context(), unclear);
        }
        return branch;
    }

    private @Nullable Aspect aspect(ForeignProblem problem, Campaign into, SheetReport report, ImportContext context) {
        Aspect aspect = campaign.aspect(into, problem.subjectKind().aspects(), problem.aspect());
        if (aspect == null) {
            List<String> titles = into.getAspects(problem.subjectKind().aspects()).stream()
                    .map(Aspect::getTitle)
                    .toList();
            String near = NearestWords.nearest(problem.aspect(), titles);
            object(
                    report,
                    problem.record(),
                    context,
                    problem.record()
                            .suggest(
                                    LedgerColumns.ASPECT,
                                    near,
                                    "rectification.import.aspect",
                                    String.join("、", titles)));
        }
        return aspect;
    }

    private static @Nullable Long subject(
            ForeignProblem problem, OrgUnit branch, PeopleByName people, SheetReport report, ImportContext context) {
        if (!problem.subjectKind().isPersonal()) {
            return null;
        }
        String name = problem.subject();
        if (name == null) {
            Long secretary = people.secretary(branch.getId());
            if (secretary == null) {
                object(
                        report,
                        problem.record(),
                        context,
                        problem.record().problem(LedgerColumns.SUBJECT, "rectification.import.subject-missing"));
            }
            return secretary;
        }
        return person(problem.record(), LedgerColumns.SUBJECT, name, branch, people, report, context);
    }

    private static Map<ForeignMeasure, Long> owners(
            ForeignProblem problem, OrgUnit branch, PeopleByName people, SheetReport report, ImportContext context) {
        Map<ForeignMeasure, Long> owners = new HashMap<>();
        for (ForeignMeasure measure : problem.measures()) {
            Long owner =
                    person(measure.record(), LedgerColumns.OWNER, measure.owner(), branch, people, report, context);
            if (owner != null) {
                owners.put(measure, owner);
            }
        }
        return owners;
    }

    private static @Nullable Long person(
            ExcelRecord record,
            ExcelColumn column,
            String name,
            OrgUnit branch,
            PeopleByName people,
            SheetReport report,
            ImportContext context) {
        PeopleByName.Answer answer = people.find(branch.getId(), name, context.today());
        if (answer.objection() != null) {
            CellProblem unclear = record.suggest(column, people.near(branch.getId(), name), answer.objection());
            object(report, record, context, unclear);
        }
        return answer.memberId();
    }

    private static void object(SheetReport report, ExcelRecord record, ImportContext context, CellProblem problem) {
        report.problem(veiled(problem, record, context));
    }

    /** What an office sees of a row about a person: where something is wrong, not what stands there (design 7.18). */
    private static CellProblem veiled(CellProblem problem, ExcelRecord record, ImportContext context) {
        boolean open = context.scope().role() != Role.PARTY_OFFICE
                || record.says(LedgerColumns.SUBJECT_KIND, "党支部")
                || record.says(LedgerColumns.SUBJECT_KIND, "支部");
        boolean harmless = LedgerColumns.BRANCH.name().equals(problem.column())
                || LedgerColumns.ASPECT.name().equals(problem.column())
                || LedgerColumns.SUBJECT_KIND.name().equals(problem.column());
        return open || harmless ? problem : problem.veiled();
    }

    private void write(List<Resolved> resolved, ImportTasks.Sheet sheet, SheetReport report) {
        ImportContext context = sheet.context();
        Map<String, RectificationItem> known = new HashMap<>();
        List<Long> taskIds = sheet.known();
        if (!taskIds.isEmpty()) {
            items.ofTasks(taskIds)
                    .forEach(item -> known.put(item.getBranchId() + "|" + label(item.getProblem()), item));
        }
        LedgerUpdate.Last last = update.last(known.values(), context);
        Map<RectificationItem, Resolved> made = new LinkedHashMap<>();
        int done = 0;
        for (Resolved problem : resolved) {
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

    private RectificationItem make(Resolved problem, BranchTask task, ImportContext context) {
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

    private static void record(RectificationItem item, Resolved from, ImportContext context) {
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

    /** Kinds of subject whose text an office does not read. */
    static boolean isVeiled(SubjectKind kind, BranchScope scope) {
        return kind.isPersonal() && scope.role() == Role.PARTY_OFFICE;
    }
}
