package org.orglife.organisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orglife.excel.CellProblem;
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

    private final OrgUnitRepository units;

    UnitsImport(OrgUnitRepository units) {
        this.units = units;
    }

    @Override
    public String sheetName() {
        return UnitColumns.SHEET;
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
        return UnitColumns.template();
    }

    @Override
    public SheetReport apply(ExcelTableData table, ImportContext context) {
        SheetReport report = new SheetReport(sheetName());
        List<UnitLine> rows = UnitLine.read(table, report, context.today());
        OrgUnit top = units.findById(context.unitId()).orElseThrow();
        KnownUnits known = new KnownUnits();
        units.openWithin(top.getPath()).forEach(known::add);
        Map<Long, Map<String, String>> last = context.lastImported(
                TYPE, known.all().stream().map(OrgUnit::getId).toList());
        known.expect(rows.size());
        List<UnitLine> waiting = new ArrayList<>(rows);
        boolean moved = true;
        while (moved && !waiting.isEmpty()) {
            // a superior may stand below its units in the sheet: whoever has one by now is set up, until nobody is left
            moved = waiting.removeIf(row -> settle(row, top, known, last, report, context));
        }
        waiting.forEach(row -> report.problem(row.record()
                .suggest(
                        UnitColumns.PARENT,
                        NearestWords.nearest(String.valueOf(row.parent()), names(rows, known)),
                        "organisation.import.parent")));
        if (!report.hasProblems()) {
            units.flush();
        }
        return report;
    }

    private static List<String> names(List<UnitLine> rows, KnownUnits known) {
        List<String> names = new ArrayList<>(known.names());
        rows.stream().filter(row -> row.kind() != UnitKind.GROUP).forEach(row -> names.add(row.name()));
        return names;
    }

    /** Whether the row could be dealt with: its superior is known by now. */
    private boolean settle(
            UnitLine row,
            OrgUnit top,
            KnownUnits known,
            Map<Long, Map<String, String>> last,
            SheetReport report,
            ImportContext context) {
        boolean isTop = row.name().equals(top.getName()) && row.kind() != UnitKind.GROUP;
        if (row.parent() == null && !isTop) {
            report.problem(
                    row.record().suggest(UnitColumns.NAME, top.getName(), "organisation.import.root", top.getName()));
            return true;
        }
        List<OrgUnit> parents = isTop ? List.of() : known.named(row.parent());
        if (!isTop && parents.isEmpty()) {
            return false;
        }
        if (parents.size() > 1) {
            report.problem(
                    row.record().problem(UnitColumns.PARENT, "organisation.import.parent-twice", parents.size()));
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

    private void make(UnitLine row, OrgUnit parent, KnownUnits known, SheetReport report, ImportContext context) {
        List<OrgUnit> elsewhere = row.kind() == UnitKind.GROUP ? List.of() : known.named(row.name());
        if (!elsewhere.isEmpty()) {
            OrgUnit above = elsewhere.get(0).getParent();
            report.problem(row.record()
                    .problem(
                            UnitColumns.PARENT,
                            "organisation.import.unit-elsewhere",
                            above == null ? "" : above.getName()));
            return;
        }
        String code = row.details().code();
        if (code != null && units.findByCode(code).isPresent()) {
            report.problem(row.record().problem(UnitColumns.CODE, "organisation.import.unit-code-taken"));
            return;
        }
        try {
            OrgUnit made =
                    units.save(new OrgUnit(known.nextId(units), parent, row.kind(), row.details(), context.today()));
            known.add(made);
            report.created();
            context.created(TYPE, made.getId(), UnitLine.valuesOf(made.details()), 0);
        } catch (RuleViolationException wrongPlace) {
            report.problem(
                    row.record().problem(UnitColumns.PARENT, "organisation.import.wrong-place", parent.getName()));
        }
    }

    private void change(
            UnitLine row, OrgUnit unit, Map<String, String> last, SheetReport report, ImportContext context) {
        if (unit.getKind() != row.kind()) {
            report.problem(row.record()
                    .problem(UnitColumns.KIND, "organisation.import.other-kind", UnitColumns.word(unit.getKind())));
            return;
        }
        UnitDetails before = unit.details();
        Map<String, String> file = row.values();
        Map<String, String> current = UnitLine.valuesOf(before);
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
        List<CellProblem> odd = UnitLine.object(row.record(), after, context.today());
        if (!odd.isEmpty()) {
            // each of the two is right by itself, together they are not
            report.problems(odd);
            return;
        }
        String code = after.code();
        if (code != null && units.existsByCodeAndIdNot(code, unit.getId())) {
            report.problem(row.record().problem(UnitColumns.CODE, "organisation.import.unit-code-taken"));
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
