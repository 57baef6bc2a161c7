package org.orglife.study;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orglife.audit.AuditAction;
import org.orglife.audit.AuditTrail;
import org.orglife.campaign.BranchRow;
import org.orglife.campaign.BranchRowImport;
import org.orglife.campaign.ImportCampaign;
import org.orglife.campaign.ImportTasks;
import org.orglife.excel.DateKind;
import org.orglife.excel.ExcelColumn;
import org.orglife.excel.ExcelRecord;
import org.orglife.excel.TemplateColumn;
import org.orglife.imports.ImportContext;
import org.orglife.imports.ImportRecord;
import org.orglife.imports.KnownRows;
import org.orglife.imports.SheetReport;
import org.orglife.organisation.Member;
import org.orglife.organisation.OrgUnit;
import org.orglife.organisation.PeopleByName;
import org.springframework.stereotype.Component;

/** Takes the sheet 集中学习: one session a row, known again by all of it. */
@Component
class StudyImport extends BranchRowImport<StudyImport.Row, List<StudyImport.Resolved>> {

    static final ExcelColumn DAY = ExcelColumn.required("日期").alsoCalled("学习日期", "学习时间", "时间");
    static final ExcelColumn MODE = ExcelColumn.optional("学习方式").alsoCalled("方式", "学习形式");
    static final ExcelColumn TOPICS = ExcelColumn.required("学习内容").alsoCalled("内容", "学习主题");
    static final ExcelColumn PRESENT = ExcelColumn.optional("到会人数").alsoCalled("实到人数", "实到", "参加人数");
    static final ExcelColumn ABSENT = ExcelColumn.optional("缺席人员").alsoCalled("缺席", "请假人员", "未到人员");
    static final ExcelColumn MADE_UP = ExcelColumn.optional("补学人员").alsoCalled("补学", "已补学人员");

    private static final String TYPE = "StudySession";
    private static final int LONGEST_NAMES = 2000;
    private static final int MOST_PEOPLE = 10_000;

    private static final Map<String, StudyMode> MODES = new LinkedHashMap<>();

    static {
        MODES.put("集中学习", StudyMode.COLLECTIVE);
        MODES.put("研讨交流", StudyMode.SEMINAR);
        MODES.put("个人自学", StudyMode.SELF);
        MODES.put("专家授课", StudyMode.EXPERT);
        MODES.put("党课", StudyMode.LECTURE);
        MODES.put("微党课", StudyMode.MICRO_LECTURE);
        MODES.put("入科送学", StudyMode.SENT_TO_UNIT);
        MODES.put("送学上门", StudyMode.SENT_HOME);
        MODES.put("线上教学", StudyMode.ONLINE);
        MODES.put("参观学习", StudyMode.VISIT);
    }

    private static final Map<String, StudyMode> ALSO_CALLED =
            Map.of("自学", StudyMode.SELF, "研讨", StudyMode.SEMINAR, "线上学习", StudyMode.ONLINE, "参观", StudyMode.VISIT);

    private final StudySessionRepository sessions;
    private final StudyQuery query;
    private final EntityManager entities;

    StudyImport(
            ImportCampaign campaign,
            ImportTasks tasks,
            StudySessionRepository sessions,
            StudyQuery query,
            AuditTrail audit,
            EntityManager entities) {
        super(campaign, tasks, audit);
        this.sessions = sessions;
        this.query = query;
        this.entities = entities;
    }

    @Override
    public String sheetName() {
        return "集中学习";
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public List<String> objectTypes() {
        return List.of(TYPE);
    }

    @Override
    public List<TemplateColumn> templateColumns() {
        return List.of(
                TemplateColumn.text(ImportTasks.BRANCH, 22).hint("党支部全称").example("呼吸内科党支部"),
                TemplateColumn.date(DAY, 14).example("2023-08-05"),
                TemplateColumn.text(MODE, 12).hint("不填就是集中学习").oneOf(List.copyOf(MODES.keySet())),
                TemplateColumn.text(TOPICS, 40).hint("学了什么").example("党章"),
                TemplateColumn.text(PRESENT, 10).hint("可不填，系统按缺席人员算"),
                TemplateColumn.text(ABSENT, 24).hint("姓名，用顿号隔开").example("夏华、罗颖"),
                TemplateColumn.text(MADE_UP, 24).hint("缺席人员中已经补学的").example("夏华"));
    }

    /** A row as it is written. */
    record Row(
            ExcelRecord record,
            OrgUnit branch,
            StudyDetails details,
            @Nullable Integer present,
            List<String> absent,
            List<String> madeUp)
            implements BranchRow {

        /** All of it, to know it again. */
        String source() {
            return String.join(
                    "\n",
                    details.heldOn().toString(),
                    details.mode().name(),
                    details.topics(),
                    String.join("、", absent),
                    String.join("、", madeUp));
        }
    }

    /** A row with the people it names. */
    record Resolved(Row row, Set<Long> absent, Set<Long> madeUp) {}

    @Override
    protected @Nullable Row read(ExcelRecord record, ImportTasks.Sheet sheet) {
        OrgUnit branch = sheet.branch(record);
        LocalDate day = record.date(DAY, DateKind.DAY);
        if (day != null && day.isAfter(sheet.context().today())) {
            record.problem(DAY, "study.import.future");
        }
        StudyMode mode = record.choice(MODE, MODES, ALSO_CALLED);
        String topics = record.text(TOPICS, 500);
        Integer present = record.integer(PRESENT, 0, MOST_PEOPLE);
        List<String> absent = names(record, ABSENT);
        List<String> madeUp = names(record, MADE_UP);
        if (branch == null || day == null || topics == null || record.hasProblems()) {
            return null;
        }
        StudyDetails details = new StudyDetails(mode == null ? StudyMode.COLLECTIVE : mode, day, topics, null, null);
        return new Row(record, branch, details, present, absent, madeUp);
    }

    private static List<String> names(ExcelRecord record, ExcelColumn column) {
        String written = record.name(column, LONGEST_NAMES);
        return written == null
                ? List.of()
                : PeopleByName.each(written).stream()
                        .filter(name -> !name.equals("无"))
                        .toList();
    }

    @Override
    protected List<Resolved> resolve(List<Row> rows, ImportTasks.Sheet sheet) {
        PeopleByName names = sheet.people();
        List<Resolved> resolved = new ArrayList<>();
        for (Row row : rows) {
            Set<Long> absent = find(row, ABSENT, row.absent(), names);
            Set<Long> madeUp = find(row, MADE_UP, row.madeUp(), names);
            if (!absent.containsAll(madeUp)) {
                row.record().problem(MADE_UP, "study.import.was-there");
            }
            resolved.add(new Resolved(row, absent, madeUp));
        }
        return resolved;
    }

    private static Set<Long> find(Row row, ExcelColumn column, List<String> written, PeopleByName names) {
        Set<Long> found = new LinkedHashSet<>();
        for (String name : written) {
            PeopleByName.Answer answer =
                    names.find(row.branch().getId(), name, row.details().heldOn());
            if (answer.memberId() != null) {
                found.add(answer.memberId());
            } else if (answer.objection() != null) {
                row.record().problem(column, answer.objection());
            }
        }
        return found;
    }

    @Override
    protected void write(List<Resolved> resolved, ImportTasks.Sheet sheet, SheetReport report) {
        ImportContext context = sheet.context();
        KnownRows known = new KnownRows();
        query.sources(sheet.known()).forEach(known::add);
        List<StudySession> made = new ArrayList<>();
        for (Resolved one : resolved) {
            Row row = one.row();
            if (known.take(row.branch().getId() + "|" + row.source())) {
                report.unchanged();
                continue;
            }
            Set<Long> expected = new LinkedHashSet<>(
                    query.expected(row.branch().getId(), row.details().heldOn()));
            expected.addAll(one.absent());
            int present = expected.size() - one.absent().size();
            if (row.present() != null && row.present() != present) {
                row.record().warn(PRESENT, "study.import.count", present);
            }
            report.created();
            if (context.isKept()) {
                made.add(make(one, expected, sheet));
            }
        }
        entities.flush();
        made.forEach(session -> context.created(TYPE, session.getId(), Map.of(), session.getVersion()));
        context.reached(made.size());
    }

    private StudySession make(Resolved one, Set<Long> expected, ImportTasks.Sheet sheet) {
        Row row = one.row();
        LocalDate today = sheet.context().today();
        StudySession session = new StudySession(sheet.hold(row.branch()), row.details(), today, null, row.source());
        session.count(
                expected.stream()
                        .map(id -> entities.getReference(Member.class, id))
                        .toList(),
                one.absent());
        for (Long member : one.madeUp()) {
            session.of(member)
                    .ifPresent(absent ->
                            absent.madeUp(MakeUpWay.SENT_MATERIAL, row.details().heldOn(), false, today));
        }
        return sessions.save(session);
    }

    @Override
    protected Collection<Long> takeBack(List<ImportRecord> records) {
        Collection<StudySession> made = ImportRecord.untouched(
                        records, sessions::findByIds, StudySession::getId, StudySession::getVersion)
                .values();
        made.forEach(sessions::delete);
        return made.stream().map(session -> session.getTask().getId()).toList();
    }

    @Override
    protected AuditAction imported() {
        return StudyAction.SESSIONS_IMPORTED;
    }

    @Override
    protected AuditAction undone() {
        return StudyAction.SESSION_IMPORT_UNDONE;
    }
}
