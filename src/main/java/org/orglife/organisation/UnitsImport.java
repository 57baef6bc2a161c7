package org.orglife.organisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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

    private static final ExcelColumn NAME = ExcelColumn.required("党组织名称").alsoCalled("名称", "组织名称", "党组织");
    private static final ExcelColumn PARENT = ExcelColumn.optional("上级党组织").alsoCalled("上级", "上级组织", "隶属党组织");
    private static final ExcelColumn KIND = ExcelColumn.required("类别").alsoCalled("党组织类别", "组织类别");
    private static final ExcelColumn BRANCH_KIND = ExcelColumn.optional("支部类型").alsoCalled("党支部类型");
    private static final ExcelColumn FOUNDED = ExcelColumn.optional("成立日期").alsoCalled("成立时间", "建立日期");
    private static final ExcelColumn CATEGORY = ExcelColumn.optional("行业").alsoCalled("行业类别", "领域");
    private static final ExcelColumn CODE = ExcelColumn.optional("组织代码").alsoCalled("党组织代码");

    private static final Map<String, UnitKind> KINDS = new LinkedHashMap<>();
    private static final Map<String, BranchKind> BRANCH_KINDS = new LinkedHashMap<>();

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
    public List<ExcelColumn> columns() {
        return List.of(NAME, PARENT, KIND, BRANCH_KIND, FOUNDED, CATEGORY, CODE);
    }

    @Override
    public List<TemplateColumn> templateColumns() {
        return List.of(
                TemplateColumn.text(NAME, 28).hint("全称").example("呼吸内科党支部"),
                TemplateColumn.text(PARENT, 28).hint("上级的全称；最上一级是您所在的党组织，可不填").example("临床第一党总支"),
                TemplateColumn.text(KIND, 12).oneOf(List.copyOf(KINDS.keySet())),
                TemplateColumn.text(BRANCH_KIND, 16).hint("党支部才填，不填就是普通党支部").oneOf(List.copyOf(BRANCH_KINDS.keySet())),
                TemplateColumn.date(FOUNDED, 14).example("2016-02-01"),
                TemplateColumn.text(CATEGORY, 12).example("医院"),
                TemplateColumn.text(CODE, 18).hint("有统一编码的填，没有可不填"));
    }

    /** A row as it was read. */
    private record Row(
            ExcelRecord record, String name, @Nullable String parent, UnitKind kind, UnitDetails details) {}

    @Override
    public SheetReport apply(ExcelTableData table, ImportContext context) {
        SheetReport report = new SheetReport(sheetName());
        List<Row> rows = read(table, report);
        OrgUnit top = units.findById(context.unitId()).orElseThrow();
        Map<String, OrgUnit> known = new HashMap<>();
        units.openWithin(top.getPath()).forEach(unit -> known.put(unit.getName(), unit));
        Map<Long, Map<String, String>> last = context.lastImported(
                TYPE, known.values().stream().map(OrgUnit::getId).toList());
        List<Row> waiting = new ArrayList<>(rows);
        boolean moved = true;
        while (moved && !waiting.isEmpty()) {
            // a superior may stand below its units in the sheet: whoever has one by now is set up, until nobody is left
            moved = waiting.removeIf(row -> settle(row, top, known, last, report, context));
        }
        waiting.forEach(row -> report.problem(row.record()
                .suggest(
                        PARENT,
                        NearestWords.of(String.valueOf(row.parent()), names(rows, known), 1).stream()
                                .findFirst()
                                .orElse(null),
                        "organisation.import.parent")));
        if (!report.hasProblems()) {
            units.flush();
        }
        return report;
    }

    private static List<String> names(List<Row> rows, Map<String, OrgUnit> known) {
        List<String> names = new ArrayList<>(known.keySet());
        rows.forEach(row -> names.add(row.name()));
        return names;
    }

    private List<Row> read(ExcelTableData table, SheetReport report) {
        List<Row> rows = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (ExcelRecord record : table.records()) {
            report.row();
            String name = record.name(NAME, 60);
            UnitKind kind =
                    record.choice(KIND, KINDS, Map.of("基层党委", UnitKind.PARTY_COMMITTEE, "总支", UnitKind.GENERAL_BRANCH));
            BranchKind branchKind = record.choice(BRANCH_KIND, BRANCH_KINDS);
            LocalDate founded = record.date(FOUNDED, DateKind.DAY);
            String category = record.text(CATEGORY, 30);
            String code = record.code(CODE, 40);
            String parent = record.name(PARENT, 60);
            if (name != null && seen.putIfAbsent(name, record.row()) != null) {
                record.problem(NAME, "organisation.import.unit-twice", String.valueOf(seen.get(name)));
            }
            report.problems(record.problems());
            if (!record.hasProblems() && name != null && kind != null) {
                rows.add(new Row(
                        record,
                        name,
                        parent,
                        kind,
                        new UnitDetails(
                                name,
                                null,
                                code,
                                kind == UnitKind.BRANCH ? branchKind : null,
                                category,
                                founded,
                                null)));
            }
        }
        return rows;
    }

    /** Whether the row could be dealt with: its superior is known by now. */
    private boolean settle(
            Row row,
            OrgUnit top,
            Map<String, OrgUnit> known,
            Map<Long, Map<String, String>> last,
            SheetReport report,
            ImportContext context) {
        OrgUnit here = known.get(row.name());
        if (row.parent() == null && here != top) {
            report.problem(row.record().suggest(NAME, top.getName(), "organisation.import.root", top.getName()));
            return true;
        }
        if (here != null) {
            change(row, here, last.getOrDefault(here.getId(), Map.of()), report, context);
            return true;
        }
        OrgUnit parent = known.get(String.valueOf(row.parent()));
        if (parent == null) {
            return false;
        }
        String code = row.details().code();
        if (code != null && units.findByCode(code).isPresent()) {
            report.problem(row.record().problem(CODE, "organisation.import.unit-code-taken"));
            return true;
        }
        try {
            OrgUnit made = units.save(new OrgUnit(units.nextId(), parent, row.kind(), row.details()));
            known.put(row.name(), made);
            report.created();
            context.created(TYPE, made.getId(), values(row.details()), 0);
        } catch (RuleViolationException wrongPlace) {
            report.problem(row.record().problem(PARENT, "organisation.import.wrong-place", parent.getName()));
        }
        return true;
    }

    private static Map<String, String> values(UnitDetails details) {
        Map<String, String> values = new HashMap<>();
        put(values, "支部类型", details.branchKind());
        put(values, "成立日期", details.foundedOn());
        put(values, "行业", details.category());
        put(values, "组织代码", details.code());
        return values;
    }

    private static void put(Map<String, String> values, String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value.toString());
        }
    }

    private static UnitDetails present(OrgUnit unit) {
        return new UnitDetails(
                unit.getName(),
                unit.getShortName(),
                unit.getCode(),
                unit.getBranchKind(),
                unit.getCategory(),
                unit.getFoundedOn(),
                unit.getCommitteeElectedOn());
    }

    private void change(Row row, OrgUnit unit, Map<String, String> last, SheetReport report, ImportContext context) {
        UnitDetails before = present(unit);
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
        unit.change(new UnitDetails(
                before.name(),
                before.shortName(),
                taken.containsKey("组织代码") ? details.code() : before.code(),
                taken.containsKey("支部类型") ? details.branchKind() : before.branchKind(),
                taken.containsKey("行业") ? details.category() : before.category(),
                taken.containsKey("成立日期") ? details.foundedOn() : before.foundedOn(),
                before.committeeElectedOn()));
        report.changed();
        context.changed(TYPE, unit.getId(), file, current, unit.getVersion() + 1);
    }

    @Override
    public void undo(List<ImportRecord> records, ImportContext context) {
        for (ImportRecord record : records) {
            OrgUnit unit = units.findById(record.id())
                    .filter(found -> found.getVersion() == record.versionAfter())
                    .orElseThrow(() -> new RuleViolationException("imports.undo.changed"));
            if (record.created()) {
                if (units.countOpenChildren(record.id()) > 0 || units.countUses(record.id()) > 0) {
                    throw new RuleViolationException("imports.undo.in-use", unit.getName());
                }
                units.delete(unit);
            } else {
                restore(unit, record.before());
            }
            units.flush();
        }
    }

    private static void restore(OrgUnit unit, Map<String, String> before) {
        String kind = before.get("支部类型");
        String founded = before.get("成立日期");
        unit.change(new UnitDetails(
                unit.getName(),
                unit.getShortName(),
                before.get("组织代码"),
                kind == null ? null : BranchKind.valueOf(kind),
                before.get("行业"),
                founded == null ? null : LocalDate.parse(founded),
                unit.getCommitteeElectedOn()));
    }
}
