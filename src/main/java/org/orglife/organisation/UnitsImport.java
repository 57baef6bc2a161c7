package org.orglife.organisation;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.orglife.excel.CellProblem;
import org.orglife.excel.DateKind;
import org.orglife.excel.ExcelColumn;
import org.orglife.excel.ExcelRecord;
import org.orglife.excel.ExcelTableData;
import org.orglife.excel.NearestWords;
import org.orglife.excel.TemplateColumn;
import org.orglife.imports.ImportContext;
import org.orglife.imports.ImportRecord;
import org.orglife.imports.Merge;
import org.orglife.imports.SheetImport;
import org.orglife.imports.SheetReport;
import org.orglife.imports.SheetReport.Change;
import org.orglife.shared.Role;
import org.orglife.shared.RuleViolationException;
import org.springframework.stereotype.Component;

/** Takes the sheet 党组织: the only one that sets units up, always below the unit of whoever imports. */
@Component
class UnitsImport implements SheetImport {

    private static final String TYPE = "OrgUnit";

    /** Units that get their numbers in one query. */
    private static final int NUMBERS = 100;

    static final ExcelColumn NAME = ExcelColumn.required("党组织名称").alsoCalled("名称", "组织名称", "党组织");
    static final ExcelColumn PARENT = ExcelColumn.optional("上级党组织").alsoCalled("上级", "上级组织", "隶属党组织");
    static final ExcelColumn KIND = ExcelColumn.required("类别").alsoCalled("党组织类别", "组织类别");
    static final ExcelColumn BRANCH_KIND = ExcelColumn.optional("支部类型").alsoCalled("党支部类型");
    static final ExcelColumn FOUNDED = ExcelColumn.optional("成立日期").alsoCalled("成立时间", "建立日期");
    static final ExcelColumn ELECTED = ExcelColumn.optional("换届日期").alsoCalled("选举日期", "换届选举日期");
    static final ExcelColumn CATEGORY = ExcelColumn.optional("行业").alsoCalled("行业类别", "领域");
    static final ExcelColumn CODE = ExcelColumn.optional("组织代码").alsoCalled("党组织代码");

    static final Map<String, UnitKind> KINDS = new LinkedHashMap<>();
    static final Map<String, BranchKind> BRANCH_KINDS = new LinkedHashMap<>();

    private static final Map<String, ExcelColumn> COLUMNS = Map.of("foundedOn", FOUNDED, "committeeElectedOn", ELECTED);

    static {
        KINDS.put("党委", UnitKind.PARTY_COMMITTEE);
        KINDS.put("党工委", UnitKind.WORK_COMMITTEE);
        KINDS.put("党组", UnitKind.LEADERSHIP_GROUP);
        KINDS.put("机关党委", UnitKind.INSTITUTION_COMMITTEE);
        KINDS.put("党总支", UnitKind.GENERAL_BRANCH);
        KINDS.put("党支部", UnitKind.BRANCH);
        KINDS.put("党小组", UnitKind.GROUP);
        BRANCH_KINDS.put("普通党支部", BranchKind.ORDINARY);
        BRANCH_KINDS.put("直属党支部", BranchKind.DIRECT);
        BRANCH_KINDS.put("联合党支部", BranchKind.JOINT);
        BRANCH_KINDS.put("临时党支部", BranchKind.TEMPORARY);
        BRANCH_KINDS.put("流动党员党支部", BranchKind.MOBILE);
        BRANCH_KINDS.put("离退休党支部", BranchKind.RETIRED);
    }

    private final OrgUnitRepository units;

    UnitsImport(OrgUnitRepository units) {
        this.units = units;
    }

    @Override
    public String sheetName() {
        return "党组织";
    }

    @Override
    public String templateName() {
        return "roster";
    }

    @Override
    public int order() {
        return 10;
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
        return List.of(
                TemplateColumn.text(NAME, 28).hint("全称").example("呼吸内科党支部"),
                TemplateColumn.text(PARENT, 28).hint("上级的全称；最上一级是您所在的党组织，可不填").example("临床第一党总支"),
                TemplateColumn.text(KIND, 12).oneOf(List.copyOf(KINDS.keySet())),
                TemplateColumn.text(BRANCH_KIND, 16).hint("党支部才填，不填就是普通党支部").oneOf(List.copyOf(BRANCH_KINDS.keySet())),
                TemplateColumn.date(FOUNDED, 14).example("2016-02-01"),
                TemplateColumn.date(ELECTED, 14).hint("支部委员会最近一次选举").example("2021-06-18"),
                TemplateColumn.text(CATEGORY, 12).example("医院"),
                TemplateColumn.text(CODE, 18).hint("有统一编码的填，没有可不填"));
    }

    /** A row as it was read. */
    private record Row(
            ExcelRecord record, String name, @Nullable String parent, UnitKind kind, UnitDetails details) {}

    @Override
    public SheetReport apply(ExcelTableData table, ImportContext context) {
        SheetReport report = new SheetReport(sheetName());
        List<Row> rows = read(table, report, context.today());
        OrgUnit top = units.findById(context.unitId()).orElseThrow();
        Known known = new Known();
        units.openWithin(top.getPath()).forEach(known::add);
        Map<Long, Map<String, String>> last = context.lastImported(
                TYPE, known.byPlace.values().stream().map(OrgUnit::getId).toList());
        known.expect(rows.size());
        List<Row> waiting = new ArrayList<>(rows);
        boolean moved = true;
        while (moved && !waiting.isEmpty()) {
            // a superior may stand below its units in the sheet: whoever has one by now is set up, until nobody is left
            moved = waiting.removeIf(row -> settle(row, top, known, last, report, context));
        }
        waiting.forEach(row -> report.problem(row.record()
                .suggest(
                        PARENT,
                        NearestWords.nearest(String.valueOf(row.parent()), names(rows, known)),
                        "organisation.import.parent")));
        if (!report.hasProblems()) {
            units.flush();
        }
        return report;
    }

    private static List<String> names(List<Row> rows, Known known) {
        List<String> names = new ArrayList<>(known.byName.keySet());
        rows.stream().filter(row -> row.kind() != UnitKind.GROUP).forEach(row -> names.add(row.name()));
        return names;
    }

    /** Open units: every branch may have a 第1党小组, and two branches far apart may have one name. */
    private static final class Known {

        private final Map<String, List<OrgUnit>> byName = new HashMap<>();
        private final Map<String, OrgUnit> byPlace = new HashMap<>();
        private final Deque<Long> numbers = new ArrayDeque<>();
        private int expected;

        /** How many units there may be at most that are still to be made. */
        void expect(int most) {
            this.expected = most;
        }

        /** A number for a unit that is to be made: one query for a hundred. */
        long nextId(OrgUnitRepository units) {
            if (numbers.isEmpty()) {
                numbers.addAll(units.nextIds(Math.max(1, Math.min(expected, NUMBERS))));
            }
            expected--;
            return numbers.remove();
        }

        void add(OrgUnit unit) {
            if (!unit.isGroup()) {
                byName.computeIfAbsent(unit.getName(), name -> new ArrayList<>())
                        .add(unit);
            }
            byPlace.put(place(unit.getParent(), unit.getName()), unit);
        }

        List<OrgUnit> named(@Nullable String name) {
            return name == null ? List.of() : byName.getOrDefault(name, List.of());
        }

        @Nullable
        OrgUnit below(OrgUnit parent, String name) {
            return byPlace.get(place(parent, name));
        }

        private static String place(@Nullable OrgUnit parent, String name) {
            return (parent == null ? 0 : parent.getId()) + "|" + name;
        }
    }

    private List<Row> read(ExcelTableData table, SheetReport report, LocalDate today) {
        List<Row> rows = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (ExcelRecord record : table.records()) {
            report.row();
            String name = record.name(NAME, 60);
            UnitKind kind =
                    record.choice(KIND, KINDS, Map.of("基层党委", UnitKind.PARTY_COMMITTEE, "总支", UnitKind.GENERAL_BRANCH));
            BranchKind branchKind = record.choice(BRANCH_KIND, BRANCH_KINDS);
            LocalDate founded = record.date(FOUNDED, DateKind.DAY);
            LocalDate elected = record.date(ELECTED, DateKind.DAY);
            String category = record.text(CATEGORY, 30);
            String code = record.code(CODE, 40);
            String parent = record.name(PARENT, 60);
            String key = kind == UnitKind.GROUP ? parent + "|" + name : name;
            if (name != null && seen.putIfAbsent(key, record.row()) != null) {
                record.problem(NAME, "organisation.import.unit-twice", String.valueOf(seen.get(key)));
            }
            if (name != null && kind != null) {
                UnitDetails details = new UnitDetails(
                        name, null, code, kind == UnitKind.BRANCH ? branchKind : null, category, founded, elected);
                object(record, details, today);
                if (!record.hasProblems()) {
                    rows.add(new Row(record, name, parent, kind, details));
                }
            }
            report.problems(record.problems());
        }
        return rows;
    }

    /** Names in their cells whatever the record would refuse. */
    private static List<CellProblem> object(ExcelRecord record, UnitDetails details, LocalDate today) {
        return details.objections(today).stream()
                .map(objection ->
                        record.problem(Objects.requireNonNull(COLUMNS.get(objection.field())), objection.importCode()))
                .toList();
    }

    /** Whether the row could be dealt with: its superior is known by now. */
    private boolean settle(
            Row row,
            OrgUnit top,
            Known known,
            Map<Long, Map<String, String>> last,
            SheetReport report,
            ImportContext context) {
        boolean isTop = row.name().equals(top.getName()) && row.kind() != UnitKind.GROUP;
        if (row.parent() == null && !isTop) {
            report.problem(row.record().suggest(NAME, top.getName(), "organisation.import.root", top.getName()));
            return true;
        }
        List<OrgUnit> parents = isTop ? List.of() : known.named(row.parent());
        if (!isTop && parents.isEmpty()) {
            return false;
        }
        if (parents.size() > 1) {
            report.problem(row.record().problem(PARENT, "organisation.import.parent-twice", parents.size()));
            return true;
        }
        OrgUnit here = isTop ? top : known.below(parents.get(0), row.name());
        if (here != null) {
            change(row, here, last.getOrDefault(here.getId(), Map.of()), report, context);
        } else {
            make(row, parents.get(0), known, report, context);
        }
        return true;
    }

    private void make(Row row, OrgUnit parent, Known known, SheetReport report, ImportContext context) {
        List<OrgUnit> elsewhere = row.kind() == UnitKind.GROUP ? List.of() : known.named(row.name());
        if (!elsewhere.isEmpty()) {
            OrgUnit above = elsewhere.get(0).getParent();
            report.problem(row.record()
                    .problem(PARENT, "organisation.import.unit-elsewhere", above == null ? "" : above.getName()));
            return;
        }
        String code = row.details().code();
        if (code != null && units.findByCode(code).isPresent()) {
            report.problem(row.record().problem(CODE, "organisation.import.unit-code-taken"));
            return;
        }
        try {
            OrgUnit made =
                    units.save(new OrgUnit(known.nextId(units), parent, row.kind(), row.details(), context.today()));
            known.add(made);
            report.created();
            context.created(TYPE, made.getId(), values(made.details()), 0);
        } catch (RuleViolationException wrongPlace) {
            report.problem(row.record().problem(PARENT, "organisation.import.wrong-place", parent.getName()));
        }
    }

    private static Map<String, String> values(UnitDetails details) {
        Map<String, String> values = new HashMap<>();
        put(values, "支部类型", details.branchKind());
        put(values, "成立日期", details.foundedOn());
        put(values, "换届日期", details.committeeElectedOn());
        put(values, "行业", details.category());
        put(values, "组织代码", details.code());
        return values;
    }

    private static void put(Map<String, String> values, String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value.toString());
        }
    }

    private void change(Row row, OrgUnit unit, Map<String, String> last, SheetReport report, ImportContext context) {
        if (unit.getKind() != row.kind()) {
            report.problem(row.record().problem(KIND, "organisation.import.other-kind", word(unit.getKind())));
            return;
        }
        UnitDetails before = unit.details();
        Map<String, String> file = values(row.details());
        Map<String, String> current = values(before);
        Map<String, String> taken = new HashMap<>();
        file.forEach((field, value) -> {
            Merge merge = Merge.of(last.get(field), value, current.get(field));
            if (merge != Merge.KEEP) {
                report.change(new Change(
                        row.record().row(), unit.getName(), field, current.get(field), value, merge == Merge.CONFLICT));
            }
            if (merge == Merge.TAKE) {
                taken.put(field, value);
            }
        });
        if (taken.isEmpty()) {
            report.unchanged();
            return;
        }
        UnitDetails details = row.details();
        UnitDetails after = new UnitDetails(
                before.name(),
                before.shortName(),
                taken.containsKey("组织代码") ? details.code() : before.code(),
                taken.containsKey("支部类型") ? details.branchKind() : before.branchKind(),
                taken.containsKey("行业") ? details.category() : before.category(),
                taken.containsKey("成立日期") ? details.foundedOn() : before.foundedOn(),
                taken.containsKey("换届日期") ? details.committeeElectedOn() : before.committeeElectedOn());
        List<CellProblem> odd = object(row.record(), after, context.today());
        if (!odd.isEmpty()) {
            // each of the two is right by itself, together they are not
            report.problems(odd);
            return;
        }
        String code = after.code();
        if (code != null && units.existsByCodeAndIdNot(code, unit.getId())) {
            report.problem(row.record().problem(CODE, "organisation.import.unit-code-taken"));
            return;
        }
        unit.change(after, context.today());
        report.changed();
        context.changed(TYPE, unit.getId(), file, current, unit.getVersion() + 1);
    }

    @Override
    public void undo(List<ImportRecord> records, ImportContext context) {
        for (ImportRecord record : records) {
            OrgUnit unit = units.findById(record.id())
                    .filter(found -> found.getVersion() == record.versionAfter())
                    .orElseThrow(ImportRecord::changed);
            if (record.created()) {
                if (units.countOpenChildren(record.id()) > 0 || units.countUses(record.id()) > 0) {
                    throw new RuleViolationException("imports.undo.in-use", unit.getName());
                }
                units.delete(unit);
            } else {
                restore(unit, record.before(), context.today());
            }
            units.flush();
        }
    }

    private static String word(UnitKind kind) {
        return KINDS.entrySet().stream()
                .filter(entry -> entry.getValue() == kind)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private static @Nullable LocalDate day(@Nullable String date) {
        return date == null ? null : LocalDate.parse(date);
    }

    private static void restore(OrgUnit unit, Map<String, String> before, LocalDate today) {
        String kind = before.get("支部类型");
        UnitDetails details = new UnitDetails(
                unit.getName(),
                unit.getShortName(),
                before.get("组织代码"),
                kind == null ? null : BranchKind.valueOf(kind),
                before.get("行业"),
                day(before.get("成立日期")),
                day(before.get("换届日期")));
        unit.change(details, today);
    }
}
