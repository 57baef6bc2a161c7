package org.orglife.statistics;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.orglife.excel.ReportSheet;
import org.orglife.excel.ReportWorkbook;
import org.orglife.organisation.OrgUnit;
import org.orglife.organisation.OrgUnitService;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.Labels;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Makes a workbook of the list of branches: where each stands in a campaign, as the page shows it. */
@Service
public class BranchesExport {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.ROOT);

    private final Boards boards;
    private final OrgUnitService units;
    private final Labels labels;
    private final Clock clock;

    BranchesExport(Boards boards, OrgUnitService units, Labels labels, Clock clock) {
        this.boards = boards;
        this.units = units;
        this.labels = labels;
        this.clock = clock;
    }

    /**
     * A workbook ready to be sent. Closing deletes what lies on disk.
     *
     * @param name of the file, for the person who saves it
     */
    public record File(String name, ReportWorkbook workbook) implements Closeable {

        /** Writes the workbook; the stream is left open. */
        public void write(OutputStream out) throws IOException {
            workbook.write(out);
        }

        @Override
        public void close() throws IOException {
            workbook.close();
        }
    }

    /** The branches that meet the filter, all of them whatever page is shown. */
    @Transactional(isolation = Isolation.REPEATABLE_READ, readOnly = true)
    public File branches(
            long campaignId, String campaign, BranchFilter filter, BoardSort sort, Actor actor, BranchScope scope)
            throws IOException {
        LocalDate today = LocalDate.now(clock);
        ReportWorkbook workbook = new ReportWorkbook();
        try (var rows = boards.stream(campaignId, filter, sort, scope)) {
            workbook.add(sheet(campaign, unitName(actor, scope), actor.displayName(), today), rows);
        } catch (IOException | RuntimeException failed) {
            workbook.close();
            throw failed;
        }
        return new File(
                labels.text("statistics.export.file", campaign, DateTimeFormatter.BASIC_ISO_DATE.format(today)),
                workbook);
    }

    /** Whose list it is; a supervision group belongs to no unit. */
    private String unitName(Actor actor, BranchScope scope) {
        OrgUnit unit = actor.unitId() == null ? null : units.get(actor.unitId(), scope);
        return unit == null ? labels.of(actor.role()) : unit.getName();
    }

    private ReportSheet<BoardRow> sheet(String campaign, String unit, String by, LocalDate today) {
        return ReportSheet.<BoardRow>titled(
                        labels.text("statistics.branches"), campaign + labels.text("statistics.branches"))
                .headLine(
                        labels.text("statistics.export.unit", unit),
                        labels.text("statistics.export.by", by),
                        labels.text("statistics.export.on", DAY.format(today)))
                .left(labels.text("statistics.branch"), 26, BoardRow::name)
                .centred(labels.text("statistics.secretary"), 12, BoardRow::secretary)
                .centred(labels.text("statistics.members"), 10, BoardRow::members)
                .centred(labels.text("statistics.state"), 16, row -> labels.of(row.state()))
                .centred(labels.text("statistics.found.branch"), 12, BoardRow::branchProblems)
                .centred(labels.text("statistics.found.secretary"), 12, BoardRow::secretaryProblems)
                .centred(labels.text("statistics.found.member"), 12, BoardRow::memberProblems)
                .centred(labels.text("statistics.export.closed"), 12, BoardRow::closed)
                .centred(labels.text("statistics.overdue"), 10, BoardRow::overdue)
                .centred(labels.text("statistics.activity"), 14, row -> day(row.lastActivityAt()));
    }

    private @Nullable LocalDate day(@Nullable Instant moment) {
        return moment == null ? null : LocalDate.ofInstant(moment, clock.getZone());
    }
}
