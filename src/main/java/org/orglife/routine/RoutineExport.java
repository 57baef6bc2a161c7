package org.orglife.routine;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Stream;
import org.orglife.audit.AuditTrail;
import org.orglife.excel.ReportSheet;
import org.orglife.excel.ReportWorkbook;
import org.orglife.organisation.OrgUnit;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.Labels;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Makes workbooks of what branches have recorded, and of who was there. */
@Service
@Transactional(isolation = Isolation.REPEATABLE_READ)
public class RoutineExport {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.ROOT);

    private final RoutineBoards boards;
    private final RoutineMatrix matrix;
    private final Labels labels;
    private final AuditTrail audit;
    private final Clock clock;

    RoutineExport(RoutineBoards boards, RoutineMatrix matrix, Labels labels, AuditTrail audit, Clock clock) {
        this.boards = boards;
        this.matrix = matrix;
        this.labels = labels;
        this.audit = audit;
        this.clock = clock;
    }

    /** The counts of the branches that meet the filter, all of them whatever page is shown. */
    @Transactional(isolation = Isolation.REPEATABLE_READ, readOnly = true)
    public RoutineFile boards(RoutineBoards.Filter filter, Actor actor, BranchScope scope) throws IOException {
        String title = labels.text("routine.export.boards", String.valueOf(filter.year()));
        ReportSheet<RoutineBoardRow> sheet = ReportSheet.<RoutineBoardRow>titled(
                        labels.text("routine.export.boards.sheet"), title)
                .headLine(by(actor), on())
                .left(labels.text("routine.branch"), 30, RoutineBoardRow::branch);
        for (RoutineKind kind : RoutineKind.values()) {
            sheet = sheet.centred(labels.of(kind), 12, row -> count(row, kind));
        }
        sheet = sheet.centred(labels.text("routine.matrixColumn.ORG_LIFE"), 12, RoutineBoardRow::yearly);
        ReportWorkbook workbook = new ReportWorkbook();
        try (Stream<RoutineBoardRow> rows = boards.stream(filter, scope)) {
            workbook.add(sheet, rows);
        } catch (IOException | RuntimeException failed) {
            workbook.close();
            throw failed;
        }
        return new RoutineFile(title + ".xlsx", workbook);
    }

    private static Object count(RoutineBoardRow row, RoutineKind kind) {
        int meetings = row.count(kind).meetings();
        return meetings == 0 && !row.has(kind) ? "—" : meetings;
    }

    /** Who was at how many meetings of a branch that the caller has got by its scope. */
    public RoutineFile matrix(OrgUnit branch, int year, Actor actor, BranchScope scope) throws IOException {
        String title = labels.text("routine.export.matrix", branch.getName(), String.valueOf(year));
        ReportSheet<MatrixRow> sheet = ReportSheet.<MatrixRow>titled(labels.text("routine.export.matrix.sheet"), title)
                .headLine(by(actor), on())
                .centred(labels.text("routine.member"), 12, MatrixRow::name);
        for (MatrixColumn column : MatrixColumn.values()) {
            sheet = sheet.centred(labels.of(column), 12, row -> row.cell(column).text());
        }
        sheet = sheet.foot(labels.text("routine.matrix.hint"));
        ReportWorkbook workbook = new ReportWorkbook();
        try {
            workbook.add(sheet, matrix.rows(branch.getId(), year, null, scope, Integer.MAX_VALUE, 0).stream());
        } catch (IOException | RuntimeException failed) {
            workbook.close();
            throw failed;
        }
        audit.record(RoutineAction.MATRIX_EXPORTED, "OrgUnit", branch.getId(), branch.getName());
        return new RoutineFile(title + ".xlsx", workbook);
    }

    private String by(Actor actor) {
        return labels.text("routine.export.by", actor.displayName());
    }

    private String on() {
        return labels.text("routine.export.on", DAY.format(LocalDate.now(clock)));
    }
}
