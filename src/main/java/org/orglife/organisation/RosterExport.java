package org.orglife.organisation;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orglife.audit.AuditTrail;
import org.orglife.excel.ExcelColumn;
import org.orglife.excel.ExcelTable;
import org.orglife.excel.ReportWorkbook;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.Labels;
import org.orglife.shared.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes a workbook of the member list, with the columns that an import reads: what is saved here and imported elsewhere
 * gives the same roster again. Phone numbers stay behind: they are for the branch alone and never leave in bulk.
 */
@Service
public class RosterExport {

    private final MemberQuery query;
    private final UnitExportQuery units;
    private final Labels labels;
    private final AuditTrail audit;
    private final Clock clock;

    RosterExport(MemberQuery query, UnitExportQuery units, Labels labels, AuditTrail audit, Clock clock) {
        this.query = query;
        this.units = units;
        this.labels = labels;
        this.audit = audit;
        this.clock = clock;
    }

    /** The rows of a list; to the office together with the units they belong to. */
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public RosterFile roster(MemberFilter filter, MemberSort sort, Actor actor, BranchScope scope) throws IOException {
        ReportWorkbook workbook = new ReportWorkbook();
        try (Stream<MemberRow> rows = query.stream(filter, sort, scope)) {
            if (scope.role() == Role.PARTY_OFFICE && !filter.left()) {
                workbook.add(unitTable(), units.rows(scope).iterator());
            }
            workbook.add(filter.left() ? leftTable() : memberTable(), rows.iterator());
        } catch (IOException | RuntimeException failed) {
            workbook.close();
            throw failed;
        }
        Long unit = filter.unit() == null ? actor.unitId() : filter.unit();
        audit.record(OrganisationAction.ROSTER_EXPORTED, "OrgUnit", unit == null ? 0 : unit, null);
        String day = DateTimeFormatter.BASIC_ISO_DATE.format(LocalDate.now(clock));
        return new RosterFile(labels.text("organisation.export.file", day), workbook);
    }

    private static ExcelTable<UnitExportQuery.Line> unitTable() {
        return ExcelTable.<UnitExportQuery.Line>titled(UnitColumns.SHEET)
                .column(UnitColumns.NAME.name(), 28, UnitExportQuery.Line::name)
                .column(UnitColumns.PARENT.name(), 28, UnitExportQuery.Line::parent)
                .column(UnitColumns.KIND.name(), 12, line -> word(UnitColumns.KINDS, line.kind()))
                .column(UnitColumns.BRANCH_KIND.name(), 16, line -> word(UnitColumns.BRANCH_KINDS, line.branchKind()))
                .column(UnitColumns.FOUNDED.name(), 14, UnitExportQuery.Line::foundedOn)
                .column(UnitColumns.ELECTED.name(), 14, UnitExportQuery.Line::electedOn)
                .column(UnitColumns.CATEGORY.name(), 12, UnitExportQuery.Line::category)
                .column(UnitColumns.CODE.name(), 18, UnitExportQuery.Line::code);
    }

    private ExcelTable<MemberRow> memberTable() {
        return columns(ExcelTable.titled("党员"));
    }

    /** On a sheet of another name: who has left must not be enrolled again by an import. */
    private ExcelTable<MemberRow> leftTable() {
        return columns(ExcelTable.<MemberRow>titled(labels.text("organisation.export.left")))
                .column(labels.text("organisation.page.leftOn"), 14, MemberRow::until)
                .column(labels.text("organisation.page.leftWhy"), 16, row -> labels.of(row.endReason()));
    }

    private ExcelTable<MemberRow> columns(ExcelTable<MemberRow> table) {
        ExcelTable<MemberRow> all = table.column(RosterRow.NAME.name(), 12, MemberRow::name)
                .column(RosterRow.GENDER.name(), 8, row -> word(RosterRow.GENDERS, row.gender()))
                .column(RosterRow.BORN.name(), 14, MemberRow::bornOn)
                .column(RosterRow.BRANCH.name(), 26, MemberRow::branch)
                .column(RosterRow.GROUP.name(), 14, MemberRow::group)
                .column(RosterRow.KIND.name(), 12, row -> word(RosterRow.KINDS, row.kind()))
                .column(RosterRow.STANDING.name(), 12, row -> word(RosterRow.STANDINGS, row.standing()))
                .column(RosterRow.SEAT.name(), 18, this::seats)
                .column(RosterRow.JOINED.name(), 14, MemberRow::joinedOn)
                .column(RosterRow.FULL.name(), 14, MemberRow::fullOn);
        for (Map.Entry<MemberFlag, ExcelColumn> flag : RosterRow.FLAGS.entrySet()) {
            all = all.column(flag.getValue().name(), 12, row -> row.flags().contains(flag.getKey()) ? "是" : "否");
        }
        return all.column(RosterRow.CODE.name(), 14, MemberRow::code)
                .column(RosterRow.REMARK.name(), 10, row -> row.namesake() ? RosterRow.NAMESAKE : null);
    }

    private String seats(MemberRow row) {
        return row.seats().stream()
                .map(seat -> seat.title() == null ? labels.of(seat.kind()) : seat.title())
                .collect(Collectors.joining("、"));
    }

    private static <T> @Nullable String word(Map<String, T> words, @Nullable T constant) {
        return words.entrySet().stream()
                .filter(entry -> Objects.equals(entry.getValue(), constant))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }
}
