package org.orglife.rectification;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orglife.excel.CellValue;
import org.orglife.excel.ReportColumn;
import org.orglife.excel.ReportSheet;
import org.orglife.shared.Labels;

/**
 * The printed forms of the ledger: F01, the three lists F03 to F05 and the counts of personal problems, laid out as
 * official ledgers are.
 */
final class LedgerSheets {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.ROOT);

    private final Labels labels;
    private final Heading heading;
    private final LedgerCells cells;

    /** Worded once: it is asked for at every row, and filling words in takes longer than writing them. */
    private final Map<Long, String> bandOfBranch = new HashMap<>();

    /**
     * What stands above the tables.
     *
     * @param title of the campaign; null for several
     * @param unit whose ledger it is
     * @param ofBranch whether that is a single branch
     * @param secretary of that branch; null while the seat is empty
     * @param filledInBy who exports it
     * @param bands line above the rows of each branch, where there are several
     */
    record Heading(
            @Nullable String title,
            String unit,
            boolean ofBranch,
            @Nullable String secretary,
            String filledInBy,
            LocalDate on,
            Map<Long, BranchBand> bands) {}

    LedgerSheets(Labels labels, Heading heading) {
        this.labels = labels;
        this.heading = heading;
        this.cells = new LedgerCells(labels, heading.on());
    }

    /** 2023年8月15日. */
    static String day(LocalDate date) {
        return DAY.format(date);
    }

    /** F01 党支部整改台账, all columns. */
    ReportSheet<LedgerLine> full(FilledColumns filled) {
        List<ReportColumn<LedgerLine>> merged = new ArrayList<>(List.of(
                centred("number", 6, line -> line.problem().number()),
                left("aspect", 10, line -> line.problem().aspect()),
                left("text", 27, line -> line.problem().text()),
                centred("source", 9, line -> labels.of(line.problem().source()))));
        if (filled.cause()) {
            merged.add(left("cause", 16, line -> line.problem().cause()));
        }
        List<ReportColumn<LedgerLine>> single = new ArrayList<>();
        single.add(left("measure", 29, cells::numberedMeasure));
        if (filled.target()) {
            single.add(left("target", 14, line -> LedgerCells.of(line.measure(), LedgerMeasure::target)));
        }
        single.add(centred("track", 9, line -> LedgerCells.of(line.measure(), measure -> labels.of(measure.track()))));
        if (filled.leader()) {
            single.add(centred("leader", 9, line -> line.problem().responsibleLeader()));
        }
        single.add(centred("owner", 9, line -> LedgerCells.of(line.measure(), LedgerMeasure::owner)));
        single.add(centred("due", 11, cells::due));
        single.add(left("progress", 15, cells::progress));
        if (filled.evidence()) {
            single.add(left("evidence", 14, line -> line.problem().evidence()));
        }
        single.add(left("review", 12, LedgerLine::review));
        single.add(centred("closed", 11, cells::closed));
        single.add(left("remark", 10, cells::remark));
        return banded(sheet("ledger", merged.size(), merged, single));
    }

    /** F01 as it is pinned up. */
    ReportSheet<LedgerLine> brief() {
        return banded(sheet(
                "ledger",
                2,
                List.of(
                        centred("number", 6, line -> line.problem().number()),
                        left("text", 40, line -> line.problem().text())),
                List.of(
                        left("measure", 46, cells::numberedMeasure),
                        centred("owner", 10, line -> LedgerCells.of(line.measure(), LedgerMeasure::owner)),
                        centred("due", 12, cells::due),
                        left("remark", 15, cells::remark))));
    }

    /** F03 问题清单: one line for each problem. */
    ReportSheet<LedgerLine> problems() {
        return banded(sheet(
                "problems",
                0,
                List.of(
                        centred("number", 6, line -> line.problem().number()),
                        centred("subject", 16, cells::subject),
                        left("aspect", 22, line -> line.problem().aspect()),
                        left("problem", 60, line -> line.problem().text()),
                        centred("from", 14, line -> labels.of(line.problem().source())),
                        centred("raised", 13, line -> line.problem().raisedOn())),
                List.of()));
    }

    /** F04 措施清单. */
    ReportSheet<LedgerLine> measures() {
        return banded(sheet(
                "measures",
                1,
                List.of(centred("ofProblem", 10, line -> line.problem().number())),
                List.of(
                        centred("measureNumber", 9, cells::measureNumber),
                        left("measure", 52, line -> LedgerCells.of(line.measure(), LedgerMeasure::text)),
                        left("target", 26, line -> LedgerCells.of(line.measure(), LedgerMeasure::target)),
                        centred("due", 13, cells::due),
                        left("progress", 26, cells::progress))));
    }

    /** F05 责任清单: owner by owner. */
    ReportSheet<LedgerLine> responsibilities() {
        ReportSheet<LedgerLine> sheet = framed("responsibilities");
        for (ReportColumn<LedgerLine> column : List.of(
                centred("person", 12, line -> LedgerCells.of(line.measure(), LedgerMeasure::owner)),
                centred("seat", 14, cells::seat),
                centred("measureNumber", 12, cells::measureNumber),
                left("duty", 60, line -> LedgerCells.of(line.measure(), LedgerMeasure::text)),
                centred("due", 13, cells::due),
                left("sign", 26, cells::sign))) {
            sheet = sheet.column(column);
        }
        return banded(sheet.groupedBy(line -> LedgerCells.of(line.measure(), LedgerMeasure::ownerId), 2));
    }

    /** 个人问题统计: personal problems as counts, which is all a superior sees of them (F02). */
    ReportSheet<PersonalCount> personal() {
        return ReportSheet.<PersonalCount>titled(word("personal"), title("personal"))
                .headLine(headLine())
                .left(word("branch"), 30, PersonalCount::branch)
                .centred(word("members"), 14, PersonalCount::members)
                .centred(word("membersWithList"), 18, PersonalCount::membersWithList)
                .centred(word("secretaryProblems"), 16, PersonalCount::secretaryProblems)
                .centred(word("memberProblems"), 16, PersonalCount::memberProblems)
                .centred(word("measureCount"), 14, PersonalCount::measures)
                .centred(word("closedCount"), 14, PersonalCount::closed);
    }

    private ReportSheet<LedgerLine> sheet(
            String name,
            int mergedColumns,
            List<ReportColumn<LedgerLine>> ofProblem,
            List<ReportColumn<LedgerLine>> ofMeasure) {
        ReportSheet<LedgerLine> sheet = framed(name);
        for (ReportColumn<LedgerLine> column : ofProblem) {
            sheet = sheet.column(column);
        }
        for (ReportColumn<LedgerLine> column : ofMeasure) {
            sheet = sheet.column(column);
        }
        return mergedColumns == 0
                ? sheet
                : sheet.groupedBy(line -> line.problem().id(), mergedColumns);
    }

    private ReportSheet<LedgerLine> framed(String name) {
        return ReportSheet.<LedgerLine>titled(word(name), title(name)).headLine(headLine());
    }

    private String title(String name) {
        String form = labels.text("rectification.sheet." + name + ".title");
        return heading.title() == null ? form : heading.title() + form;
    }

    private String[] headLine() {
        String unit = labels.text(
                heading.ofBranch() ? "rectification.sheet.ofBranch" : "rectification.sheet.ofUnit", heading.unit());
        String by = labels.text("rectification.sheet.filledInBy", heading.filledInBy());
        String on = labels.text("rectification.sheet.filledInOn", day(heading.on()));
        return heading.ofBranch()
                ? new String[] {
                    unit,
                    by,
                    on,
                    labels.text("rectification.sheet.secretary", heading.secretary() == null ? "" : heading.secretary())
                }
                : new String[] {unit, by, on};
    }

    /** Branch by branch under a superior, person by person within a branch. */
    private ReportSheet<LedgerLine> banded(ReportSheet<LedgerLine> sheet) {
        return sheet.bandedBy(heading.ofBranch() ? cells::person : this::branch);
    }

    private String branch(LedgerLine line) {
        return bandOfBranch.computeIfAbsent(line.problem().branchId(), branch -> band(line.problem()));
    }

    private String band(LedgerRow problem) {
        BranchBand band = heading.bands().get(problem.branchId());
        if (band == null) {
            return problem.branch();
        }
        return labels.text(
                "rectification.sheet.band",
                problem.branch(),
                band.problems(),
                band.measures(),
                band.secretary() == null ? labels.text("rectification.sheet.vacant") : band.secretary());
    }

    private ReportColumn<LedgerLine> centred(String name, int width, CellValue<LedgerLine> value) {
        return ReportColumn.centred(word(name), width, value);
    }

    private ReportColumn<LedgerLine> left(String name, int width, CellValue<LedgerLine> value) {
        return ReportColumn.left(word(name), width, value);
    }

    private String word(String name) {
        return labels.text("rectification.sheet." + name);
    }
}
