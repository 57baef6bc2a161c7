package org.orglife.organisation;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orglife.audit.AuditTrail;
import org.orglife.excel.CellProblem;
import org.orglife.excel.ExcelRecord;
import org.orglife.excel.ExcelTableData;
import org.orglife.excel.TemplateColumn;
import org.orglife.imports.ImportContext;
import org.orglife.imports.ImportRecord;
import org.orglife.imports.Merge;
import org.orglife.imports.SheetImport;
import org.orglife.imports.SheetReport;
import org.orglife.imports.SheetReport.Change;
import org.orglife.sealing.Sealer;
import org.orglife.shared.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Takes the sheet 党员: members, their branches and groups, the seats they hold. Never makes an account. */
@Component
class MembersImport implements SheetImport {

    private static final String TYPE = "Member";
    private static final int STEP = 500;

    private final OrgUnitRepository units;
    private final RosterLookup lookup;
    private final RosterWriter writer;
    private final RosterUndo undo;
    private final Sealer sealer;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final EntityManager entities;

    MembersImport(
            OrgUnitRepository units,
            RosterLookup lookup,
            RosterWriter writer,
            RosterUndo undo,
            Sealer sealer,
            AuditTrail audit,
            ApplicationEventPublisher events,
            EntityManager entities) {
        this.units = units;
        this.lookup = lookup;
        this.writer = writer;
        this.undo = undo;
        this.sealer = sealer;
        this.audit = audit;
        this.events = events;
        this.entities = entities;
    }

    @Override
    public String sheetName() {
        return "党员";
    }

    @Override
    public String templateName() {
        return "roster";
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public boolean isOpenTo(Role role) {
        return role == Role.PARTY_OFFICE;
    }

    @Override
    public List<String> objectTypes() {
        return List.of(TYPE);
    }

    @Override
    public List<TemplateColumn> templateColumns() {
        List<String> yes = List.of("是", "否");
        return List.of(
                TemplateColumn.text(RosterRow.NAME, 12).example("周静斌"),
                TemplateColumn.text(RosterRow.GENDER, 8).oneOf(List.copyOf(RosterRow.GENDERS.keySet())),
                TemplateColumn.date(RosterRow.BORN, 14).hint("用来区分同名的党员，尽量填").example("1980-05-01"),
                TemplateColumn.text(RosterRow.BRANCH, 26).hint("党支部全称").example("呼吸内科党支部"),
                TemplateColumn.text(RosterRow.GROUP, 14).example("第1党小组"),
                TemplateColumn.text(RosterRow.KIND, 12).oneOf(List.copyOf(RosterRow.KINDS.keySet())),
                TemplateColumn.text(RosterRow.STANDING, 12)
                        .hint("不填就是正常")
                        .oneOf(List.copyOf(RosterRow.STANDINGS.keySet())),
                TemplateColumn.text(RosterRow.SEAT, 14)
                        .hint("没有职务的不填；兼两个的用顿号隔开")
                        .example("组织委员"),
                TemplateColumn.date(RosterRow.JOINED, 14).example("2005-07-01"),
                TemplateColumn.date(RosterRow.FULL, 14).hint("预备党员不填").example("2006-07-01"),
                TemplateColumn.text(RosterRow.LEADER, 14).oneOf(yes),
                TemplateColumn.text(RosterRow.RETIRED, 10).oneOf(yes),
                TemplateColumn.text(RosterRow.MOBILE, 10).oneOf(yes),
                TemplateColumn.text(RosterRow.CARE, 10).oneOf(yes),
                TemplateColumn.text(RosterRow.ABROAD, 12).oneOf(yes),
                TemplateColumn.text(RosterRow.PHONE, 16).hint("加密保存，只有本支部能看"),
                TemplateColumn.text(RosterRow.CODE, 14).hint("本单位的人员编号，没有可不填；不要填身份证号"),
                TemplateColumn.text(RosterRow.REMARK, 20).hint("同一支部同名的两人，各写“同名”"));
    }

    @Override
    public SheetReport apply(ExcelTableData table, ImportContext context) {
        SheetReport report = new SheetReport(sheetName());
        List<RosterRow> rows = read(table, report, context.today());
        RosterLookup.Found found = lookup.find(rows, context.scope());
        RosterMatch match = new RosterMatch(found, report);
        RosterSeats seats = new RosterSeats(found, context.today());
        Map<Long, Map<String, String>> last = context.lastImported(TYPE, found.memberIds());
        Set<Long> touched = new HashSet<>();
        List<Made> made = new ArrayList<>();
        int done = 0;
        for (RosterRow row : rows) {
            OrgUnit branch = match.branch(row);
            if (branch != null) {
                Optional<RosterLookup.Known> known = match.known(row, branch);
                if (known.isPresent()) {
                    change(row, known.get(), found, last, seats, report, context);
                } else if (!row.record().hasProblems()) {
                    made.add(make(row, branch, found, context));
                    report.created();
                }
                touched.add(branch.getId());
            }
            if (++done % STEP == 0) {
                context.reached(done);
            }
        }
        if (!report.hasProblems()) {
            write(made, seats, report, context);
            touched.forEach(branch -> events.publishEvent(new MembershipChanged(branch)));
            audit.record(OrganisationAction.ROSTER_IMPORTED, "OrgUnit", context.unitId(), null);
        }
        return report;
    }

    /** A new member on the way into the tables. */
    private record Made(RosterRow row, Member member, Membership membership) {}

    private static List<RosterRow> read(ExcelTableData table, SheetReport report, LocalDate today) {
        List<RosterRow> rows = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        Map<String, Integer> codes = new HashMap<>();
        for (ExcelRecord record : table.records()) {
            report.row();
            RosterRow row = RosterRow.read(record, today);
            if (row != null && !row.sameName()) {
                // of one name and one day of birth they are one person, in whatever branch
                String key = (row.details().bornOn() == null ? row.branch() : "") + "|"
                        + row.details().name() + "|" + row.details().bornOn() + "|"
                        + row.details().code();
                Integer first = seen.putIfAbsent(key, record.row());
                if (first != null) {
                    record.problem(RosterRow.NAME, "organisation.import.member-twice", String.valueOf(first));
                    row = null;
                }
            }
            if (row != null && row.details().code() != null) {
                Integer first = codes.putIfAbsent(row.details().code(), record.row());
                if (first != null) {
                    record.problem(RosterRow.CODE, "organisation.import.code-twice", String.valueOf(first));
                    row = null;
                }
            }
            report.problems(record.problems());
            report.warnings(record.warnings());
            if (row != null) {
                rows.add(row);
            }
        }
        return rows;
    }

    private Made make(RosterRow row, OrgUnit branch, RosterLookup.Found found, ImportContext context) {
        String phone = row.details().phone();
        Member member = new Member(
                row.details(),
                phone == null || !context.isKept() ? null : sealer.seal(phone, "member.phone"),
                context.today());
        OrgUnit group = row.group() == null ? null : group(branch, row.group(), found, context.today());
        return new Made(
                row, member, new Membership(member, branch, group, since(row.details(), branch, context.today())));
    }

    /** Nobody writes since when he is enrolled: since he joined, but not before there was a branch. */
    private static LocalDate since(MemberDetails details, OrgUnit branch, LocalDate today) {
        LocalDate joined = details.joinedOn() == null ? branch.getFoundedOn() : details.joinedOn();
        LocalDate founded = branch.getFoundedOn();
        LocalDate since = founded != null && (joined == null || joined.isBefore(founded)) ? founded : joined;
        return since == null || since.isAfter(today) ? today : since;
    }

    private OrgUnit group(OrgUnit branch, String name, RosterLookup.Found found, LocalDate today) {
        return found.groups()
                .computeIfAbsent(
                        branch.getId() + "|" + name,
                        key -> units.save(
                                new OrgUnit(units.nextId(), branch, UnitKind.GROUP, UnitDetails.named(name), today)));
    }

    private void write(List<Made> made, RosterSeats seats, SheetReport report, ImportContext context) {
        for (Made one : made) {
            seats.take(one.row(), one.member(), one.membership(), report);
        }
        seats.end();
        entities.flush();
        if (!context.isKept()) {
            return;
        }
        IdentityHashMap<Member, Long> ids =
                writer.write(made.stream().map(Made::membership).toList(), seats.taken());
        for (Made one : made) {
            context.created(
                    TYPE,
                    Objects.requireNonNull(ids.get(one.member())),
                    one.row().leaves(),
                    0);
        }
    }

    private void change(
            RosterRow row,
            RosterLookup.Known known,
            RosterLookup.Found found,
            Map<Long, Map<String, String>> lastImported,
            RosterSeats seats,
            SheetReport report,
            ImportContext context) {
        Member member = known.membership().getMember();
        MemberDetails before = known.details();
        Map<String, String> current = RosterRow.valuesOf(before);
        OrgUnit group = known.membership().getGroup();
        if (group != null) {
            current.put("党小组", group.getName());
        }
        Map<String, String> file = row.values();
        Map<String, String> last = lastImported.getOrDefault(member.getId(), Map.of());
        Set<String> fields = new HashSet<>();
        file.forEach((field, value) -> {
            Merge merge = Merge.of(last.get(field), value, current.get(field));
            if (merge != Merge.KEEP) {
                report.change(new Change(
                        row.record().row(),
                        member.getName(),
                        RosterRow.heading(field),
                        RosterRow.word(field, current.get(field)),
                        RosterRow.word(field, value),
                        merge == Merge.CONFLICT));
            }
            if (merge == Merge.TAKE) {
                fields.add(field);
            }
        });
        boolean phoneChanged =
                row.details().phone() != null && !row.details().phone().equals(phone(member));
        boolean seatChanged = seats.take(row, member, known.membership(), report);
        if (fields.isEmpty() && !phoneChanged && !seatChanged) {
            report.unchanged();
            return;
        }
        MemberDetails after = merged(before, row.details(), fields);
        List<CellProblem> odd = RosterRow.object(row.record(), after, context.today());
        if (!odd.isEmpty()) {
            // each of the two is right by itself, together they are not
            report.problems(odd);
            return;
        }
        byte[] phone = phoneChanged
                ? sealer.seal(Objects.requireNonNull(row.details().phone()), "member.phone")
                : member.getPhoneSealed();
        member.change(after, phone, context.today());
        if (fields.contains("党小组") && row.group() != null) {
            known.membership().join(group(known.membership().getBranch(), row.group(), found, context.today()));
        }
        report.changed();
        context.changed(
                TYPE,
                member.getId(),
                said(last, file),
                current,
                member.getVersion() + (fields.isEmpty() && !phoneChanged ? 0 : 1));
    }

    /** What all imports together have said of a record: a blank cell takes nothing back. */
    private static Map<String, String> said(Map<String, String> before, Map<String, String> now) {
        Map<String, String> said = new HashMap<>(before);
        said.putAll(now);
        return said;
    }

    private @Nullable String phone(Member member) {
        byte[] sealed = member.getPhoneSealed();
        return sealed == null ? null : sealer.open(sealed, "member.phone");
    }

    private static MemberDetails merged(MemberDetails before, MemberDetails file, Set<String> fields) {
        Set<MemberFlag> flags = EnumSet.noneOf(MemberFlag.class);
        for (MemberFlag flag : MemberFlag.values()) {
            boolean set = fields.contains(flag.name())
                    ? file.flags().contains(flag)
                    : before.flags().contains(flag);
            if (set) {
                flags.add(flag);
            }
        }
        return new MemberDetails(
                fields.contains("人员编号") ? file.code() : before.code(),
                before.name(),
                fields.contains("性别") ? file.gender() : before.gender(),
                fields.contains("出生日期") ? file.bornOn() : before.bornOn(),
                fields.contains("党员类别") ? file.kind() : before.kind(),
                fields.contains("党籍状态") ? file.standing() : before.standing(),
                fields.contains("入党日期") ? file.joinedOn() : before.joinedOn(),
                fields.contains("转正日期") ? file.fullOn() : before.fullOn(),
                flags,
                null);
    }

    @Override
    public void undo(List<ImportRecord> records, ImportContext context) {
        Set<Long> branches = undo.undo(records, context.today());
        branches.forEach(branch -> events.publishEvent(new MembershipChanged(branch)));
        audit.record(OrganisationAction.ROSTER_IMPORT_UNDONE, "OrgUnit", context.unitId(), null);
    }
}
