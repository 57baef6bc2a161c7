package org.orglife.talk;

import jakarta.persistence.EntityManager;
import java.sql.Array;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orglife.audit.AuditAction;
import org.orglife.audit.AuditTrail;
import org.orglife.campaign.BranchRow;
import org.orglife.campaign.BranchRowImport;
import org.orglife.campaign.ImportCampaign;
import org.orglife.campaign.ImportTasks;
import org.orglife.excel.CellProblem;
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
import org.orglife.sealing.Sealer;
import org.orglife.talk.Talk.Participant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes the sheet 谈心谈话: one talk a row. A row is known again by all of it: the same file twice changes nothing, and
 * two rows alike are two talks. What a row says about the talk is kept as sealed as if it had been written here.
 */
@Component
class TalkImport extends BranchRowImport<TalkImport.Row, List<TalkImport.Resolved>> {

    static final ExcelColumn DAY = ExcelColumn.required("日期").alsoCalled("谈话日期", "谈话时间", "时间");
    static final ExcelColumn CONVENER = ExcelColumn.required("谈话人").alsoCalled("谈话人姓名");
    static final ExcelColumn PARTNERS = ExcelColumn.required("谈话对象").alsoCalled("被谈话人", "谈话对象姓名");
    static final ExcelColumn MEDIUM = ExcelColumn.optional("方式").alsoCalled("谈话方式", "谈话形式");
    static final ExcelColumn TOPIC = ExcelColumn.optional("主题").alsoCalled("谈话主题", "谈话内容", "内容");

    private static final int LONGEST_TEXT = 2000;

    private static final String SHEET = "谈心谈话";
    private static final String TYPE = "Talk";
    private static final String SOURCE = "talk-source";
    private static final int LONGEST_NAMES = 1000;
    private static final int STEP = 200;

    private static final Map<String, TalkMedium> MEDIA = new LinkedHashMap<>();

    static {
        MEDIA.put("当面", TalkMedium.FACE);
        MEDIA.put("电话", TalkMedium.PHONE);
        MEDIA.put("微信", TalkMedium.WECHAT);
        MEDIA.put("视频", TalkMedium.VIDEO);
        MEDIA.put("走访", TalkMedium.VISIT);
    }

    private static final Map<String, TalkMedium> ALSO_CALLED =
            Map.of("面谈", TalkMedium.FACE, "面对面", TalkMedium.FACE, "家访", TalkMedium.VISIT, "上门", TalkMedium.VISIT);

    private final TalkPeople people;
    private final TalkRepository talks;
    private final Sealer sealer;
    private final EntityManager entities;
    private final JdbcClient jdbc;

    TalkImport(
            ImportCampaign campaign,
            ImportTasks tasks,
            TalkPeople people,
            TalkRepository talks,
            Sealer sealer,
            AuditTrail audit,
            EntityManager entities,
            JdbcClient jdbc) {
        super(campaign, tasks, audit);
        this.people = people;
        this.talks = talks;
        this.sealer = sealer;
        this.entities = entities;
        this.jdbc = jdbc;
    }

    @Override
    public String sheetName() {
        return SHEET;
    }

    @Override
    public int order() {
        return 80;
    }

    @Override
    public List<String> objectTypes() {
        return List.of(TYPE);
    }

    @Override
    public List<TemplateColumn> templateColumns() {
        return List.of(
                TemplateColumn.text(ImportTasks.BRANCH, 22).hint("党支部全称").example("呼吸内科党支部"),
                TemplateColumn.date(DAY, 14).example("2023-08-08"),
                TemplateColumn.text(CONVENER, 10).hint("本支部党员姓名").example("周静斌"),
                TemplateColumn.text(PARTNERS, 20).hint("一次和几个人谈的，用顿号隔开").example("夏华"),
                TemplateColumn.text(MEDIUM, 10).hint("不填就是当面").oneOf(List.copyOf(MEDIA.keySet())),
                TemplateColumn.text(TOPIC, 30).hint("可不填；加密保存，只有谈话双方看得到"));
    }

    /** A row as it is written. */
    record Row(
            ExcelRecord record,
            OrgUnit branch,
            LocalDate day,
            String convener,
            List<String> partners,
            TalkMedium medium,
            @Nullable String topic)
            implements BranchRow {

        /** All of it, to know it again. */
        String source() {
            return String.join(
                    "\n",
                    branch.getName(),
                    day.toString(),
                    convener,
                    String.join("、", partners),
                    medium.name(),
                    topic == null ? "" : topic);
        }
    }

    /** A row with the people it names, the convener first. */
    record Resolved(Row row, List<Long> members) {

        String facts() {
            return key(row.branch().getId(), row.day(), members, row.medium());
        }
    }

    private static String key(long branch, LocalDate day, Collection<Long> members, TalkMedium medium) {
        return branch + " " + day + " " + members.stream().sorted().toList() + " " + medium;
    }

    @Override
    protected @Nullable Row read(ExcelRecord record, ImportTasks.Sheet sheet) {
        OrgUnit branch = sheet.branch(record);
        LocalDate day = record.date(DAY, DateKind.DAY);
        if (day != null && day.isAfter(sheet.context().today())) {
            record.problem(DAY, "talk.import.future");
            day = null;
        }
        String convener = record.name(CONVENER, LONGEST_NAMES);
        String partners = record.name(PARTNERS, LONGEST_NAMES);
        TalkMedium medium = record.choice(MEDIUM, MEDIA, ALSO_CALLED);
        String topic = record.text(TOPIC, LONGEST_TEXT);
        if (branch == null || day == null || convener == null || partners == null || record.hasProblems()) {
            return null;
        }
        List<String> each = PeopleByName.each(partners);
        if (each.isEmpty()) {
            record.problem(PARTNERS, "talk.import.no-partner");
            return null;
        }
        return new Row(record, branch, day, convener, each, medium == null ? TalkMedium.FACE : medium, topic);
    }

    @Override
    protected List<Resolved> resolve(List<Row> rows, ImportTasks.Sheet sheet) {
        PeopleByName names = sheet.people();
        List<Resolved> resolved = new ArrayList<>();
        for (Row row : rows) {
            List<Long> members = members(row, names);
            if (members.size() == row.partners().size() + 1) {
                resolved.add(new Resolved(row, members));
            }
        }
        return resolved;
    }

    private static List<Long> members(Row row, PeopleByName names) {
        List<Long> members = new ArrayList<>();
        find(row, CONVENER, row.convener(), names, members);
        row.partners().forEach(name -> find(row, PARTNERS, name, names, members));
        if (new HashSet<>(members).size() < members.size()) {
            row.record().problem(PARTNERS, "talk.import.with-oneself");
        }
        return members;
    }

    private static void find(Row row, ExcelColumn column, String name, PeopleByName names, List<Long> members) {
        PeopleByName.Answer answer = names.find(row.branch().getId(), name, row.day());
        if (answer.memberId() != null) {
            members.add(answer.memberId());
        } else if (answer.objection() != null) {
            String near =
                    row.partners().size() > 1 ? null : names.near(row.branch().getId(), name);
            row.record().suggest(column, near, answer.objection());
        }
    }

    /** An office sees where something is wrong with a talk, not who talked. */
    @Override
    protected boolean isForOffice(CellProblem problem) {
        return Stream.of(ImportTasks.BRANCH, DAY, MEDIUM)
                .anyMatch(column -> column.name().equals(problem.column()));
    }

    @Override
    protected void write(List<Resolved> resolved, ImportTasks.Sheet sheet, SheetReport report) {
        ImportContext context = sheet.context();
        Known known = known(sheet.known());
        List<Resolved> news = new ArrayList<>();
        for (Resolved row : resolved) {
            if (known.has(row)) {
                report.unchanged();
            } else {
                report.created();
                news.add(row);
            }
        }
        if (!context.isKept() || news.isEmpty()) {
            return;
        }
        Map<TalkPeople.Asked, Capacity> capacities = people.capacities(news.stream()
                .flatMap(row -> row.members().stream().map(member -> asked(row, member)))
                .toList());
        List<Talk> made = new ArrayList<>();
        for (Resolved row : news) {
            made.add(talks.save(make(row, capacities, sheet)));
            if (made.size() % STEP == 0) {
                context.reached(made.size());
            }
        }
        entities.flush();
        // What a row said is not kept beside the talk: it would lie there open.
        made.forEach(talk -> context.created(TYPE, talk.getId(), Map.of(), talk.getVersion()));
    }

    private static TalkPeople.Asked asked(Resolved row, Long member) {
        return new TalkPeople.Asked(
                row.row().branch().getId(), member, row.row().day());
    }

    /** Whoever a roster enrols later than the talk is believed to have been there: the sheet names him in the branch. */
    private Talk make(Resolved resolved, Map<TalkPeople.Asked, Capacity> capacities, ImportTasks.Sheet sheet) {
        Row row = resolved.row();
        List<Participant> took = resolved.members().stream()
                .map(member -> new Participant(
                        member,
                        entities.getReference(Member.class, member),
                        capacities.getOrDefault(asked(resolved, member), Capacity.MEMBER)))
                .toList();
        Talk talk = new Talk(
                sheet.hold(row.branch()),
                new Talk.Facts(row.day(), row.medium(), null),
                took,
                sheet.context().today(),
                null,
                sealer.seal(row.source(), SOURCE));
        if (row.topic() != null) {
            talk.write(sealer.seal(row.topic(), TalkService.TEXT));
        }
        return talk;
    }

    /** The talks that are there, by the row they came with or, if they were recorded here, by who, when and how. */
    private static final class Known {

        private final KnownRows sources = new KnownRows();
        private final KnownRows facts = new KnownRows();

        boolean has(Resolved row) {
            return sources.take(row.row().source()) || facts.take(row.facts());
        }
    }

    private Known known(List<Long> taskIds) {
        Known known = new Known();
        if (taskIds.isEmpty()) {
            return known;
        }
        jdbc.sql("""
                        select k.branch_id, k.held_on, k.medium, k.source_sealed, k.withdrawn_at,
                          (select array_agg(p.member_id) from talk_participant p where p.talk_id = k.id) members
                        from talk k where k.task_id in (:tasks)
                        """).param("tasks", taskIds).query(row -> {
            byte[] sealed = row.getBytes("source_sealed");
            if (sealed != null) {
                known.sources.add(sealer.open(sealed, SOURCE));
            } else if (row.getTimestamp("withdrawn_at") == null) {
                Array members = row.getArray("members");
                String key = key(
                        row.getLong("branch_id"),
                        row.getObject("held_on", LocalDate.class),
                        List.of((Long[]) members.getArray()),
                        TalkMedium.valueOf(row.getString("medium")));
                known.facts.add(key);
            }
        });
        return known;
    }

    @Override
    protected Collection<Long> takeBack(List<ImportRecord> records) {
        Collection<Talk> made = ImportRecord.untouched(records, talks::findByIds, Talk::getId, Talk::getVersion)
                .values();
        made.forEach(talks::delete);
        return made.stream().map(talk -> talk.getTask().getId()).toList();
    }

    @Override
    protected AuditAction imported() {
        return TalkAction.TALKS_IMPORTED;
    }

    @Override
    protected AuditAction undone() {
        return TalkAction.TALK_IMPORT_UNDONE;
    }
}
