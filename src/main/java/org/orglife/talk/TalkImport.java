package org.orglife.talk;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orglife.audit.AuditAction;
import org.orglife.audit.AuditTrail;
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
class TalkImport extends BranchRowImport<TalkLine, List<TalkLine.Resolved>> {

    private static final int LONGEST_TEXT = 2000;

    private static final String SHEET = "谈心谈话";
    private static final String TYPE = "Talk";
    private static final int LONGEST_NAMES = 1000;
    private static final int STEP = 200;

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
        return TalkColumns.template();
    }

    @Override
    protected @Nullable TalkLine read(ExcelRecord record, ImportTasks.Sheet sheet) {
        OrgUnit branch = sheet.branch(record);
        LocalDate day = record.date(TalkColumns.DAY, DateKind.DAY);
        if (day != null && day.isAfter(sheet.context().today())) {
            record.problem(TalkColumns.DAY, "talk.import.future");
            day = null;
        }
        String convener = record.name(TalkColumns.CONVENER, LONGEST_NAMES);
        String partners = record.name(TalkColumns.PARTNERS, LONGEST_NAMES);
        TalkMedium medium = record.choice(TalkColumns.MEDIUM, TalkColumns.MEDIA, TalkColumns.ALSO_CALLED);
        String topic = record.text(TalkColumns.TOPIC, LONGEST_TEXT);
        if (branch == null || day == null || convener == null || partners == null || record.hasProblems()) {
            return null;
        }
        List<String> each = PeopleByName.each(partners);
        if (each.isEmpty()) {
            record.problem(TalkColumns.PARTNERS, "talk.import.no-partner");
            return null;
        }
        return new TalkLine(record, branch, day, convener, each, medium == null ? TalkMedium.FACE : medium, topic);
    }

    @Override
    protected List<TalkLine.Resolved> resolve(List<TalkLine> rows, ImportTasks.Sheet sheet) {
        PeopleByName names = sheet.people();
        List<TalkLine.Resolved> resolved = new ArrayList<>();
        for (TalkLine row : rows) {
            List<Long> members = members(row, names);
            if (members.size() == row.partners().size() + 1) {
                resolved.add(new TalkLine.Resolved(row, members));
            }
        }
        return resolved;
    }

    private static List<Long> members(TalkLine row, PeopleByName names) {
        List<Long> members = new ArrayList<>();
        find(row, TalkColumns.CONVENER, row.convener(), names, members);
        row.partners().forEach(name -> find(row, TalkColumns.PARTNERS, name, names, members));
        if (new HashSet<>(members).size() < members.size()) {
            row.record().problem(TalkColumns.PARTNERS, "talk.import.with-oneself");
        }
        return members;
    }

    private static void find(TalkLine row, ExcelColumn column, String name, PeopleByName names, List<Long> members) {
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
        return Stream.of(ImportTasks.BRANCH, TalkColumns.DAY, TalkColumns.MEDIUM)
                .anyMatch(column -> column.name().equals(problem.column()));
    }

    @Override
    protected void write(List<TalkLine.Resolved> resolved, ImportTasks.Sheet sheet, SheetReport report) {
        ImportContext context = sheet.context();
        KnownTalks known = KnownTalks.of(sheet.known(), jdbc, sealer);
        List<TalkLine.Resolved> news = new ArrayList<>();
        for (TalkLine.Resolved row : resolved) {
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
        for (TalkLine.Resolved row : news) {
            made.add(talks.save(make(row, capacities, sheet)));
            if (made.size() % STEP == 0) {
                context.reached(made.size());
            }
        }
        entities.flush();
        // What a row said is not kept beside the talk: it would lie there open.
        made.forEach(talk -> context.created(TYPE, talk.getId(), Map.of(), talk.getVersion()));
    }

    private static TalkPeople.Asked asked(TalkLine.Resolved row, Long member) {
        return new TalkPeople.Asked(
                row.row().branch().getId(), member, row.row().day());
    }

    /** Whoever a roster enrols later than the talk is believed to have been there: the sheet names him in the branch. */
    private Talk make(TalkLine.Resolved resolved, Map<TalkPeople.Asked, Capacity> capacities, ImportTasks.Sheet sheet) {
        TalkLine row = resolved.row();
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
                sealer.seal(row.source(), KnownTalks.SOURCE));
        if (row.topic() != null) {
            talk.write(sealer.seal(row.topic(), TalkService.TEXT));
        }
        return talk;
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
