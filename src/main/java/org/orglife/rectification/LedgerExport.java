package org.orglife.rectification;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orglife.audit.AuditTrail;
import org.orglife.campaign.CampaignQuery;
import org.orglife.campaign.CampaignRow;
import org.orglife.excel.ExcelTable;
import org.orglife.excel.Progress;
import org.orglife.excel.ReportSheet;
import org.orglife.excel.ReportWorkbook;
import org.orglife.organisation.OrgUnit;
import org.orglife.organisation.OrgUnitService;
import org.orglife.organisation.UnitKind;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.Labels;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes workbooks of the ledger. All sheets of one show the same moment; the rows stream from the database to the disk,
 * so that their number does not matter.
 */
@Service
public class LedgerExport {

    /** Up to so many rows a workbook is made at once, above it by a job (design 7.19). */
    private static final long MOST_AT_ONCE = 20_000;

    private final LedgerQuery query;
    private final Ledger ledger;
    private final CampaignQuery campaigns;
    private final OrgUnitService units;
    private final PersonalLists personalLists;
    private final Labels labels;
    private final AuditTrail audit;
    private final Clock clock;

    LedgerExport(
            LedgerQuery query,
            Ledger ledger,
            CampaignQuery campaigns,
            OrgUnitService units,
            PersonalLists personalLists,
            Labels labels,
            AuditTrail audit,
            Clock clock) {
        this.query = query;
        this.ledger = ledger;
        this.campaigns = campaigns;
        this.units = units;
        this.personalLists = personalLists;
        this.labels = labels;
        this.audit = audit;
        this.clock = clock;
    }

    /** Rows of the ledger on paper: measures, and problems without one. */
    @Transactional(readOnly = true)
    public long rows(LedgerFilter filter, BranchScope scope) {
        LedgerTotals totals = ledger.totals(filter, scope);
        return Math.max(totals.measures(), totals.problems());
    }

    /** Whether so many rows are better made in the background. */
    public boolean isLong(long rows) {
        return rows > MOST_AT_ONCE;
    }

    /** Rows of all sheets of a ledger of so many rows. */
    long writtenFor(long rows) {
        return rows * 5;
    }

    /**
     * The ledger with its lists and, to be imported elsewhere, the flat sheet.
     *
     * @param progress hears how many rows have been written, on all sheets together
     */
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public LedgerFile ledger(
            LedgerFilter filter, LedgerVariant variant, Actor actor, BranchScope scope, Progress progress)
            throws IOException {
        LocalDate today = LocalDate.now(clock);
        LedgerSheets.Heading heading = heading(filter, actor, scope, today);
        LedgerSheets sheets = new LedgerSheets(labels, heading);
        ReportSheet<LedgerLine> print =
                variant == LedgerVariant.SHORT ? sheets.brief() : sheets.full(query.filled(filter, scope, today));
        audit.record(RectificationAction.LEDGER_EXPORTED, "Campaign", subject(filter), null);
        return file(name("rectification.sheet.file", heading), progress, workbook -> {
            add(workbook, print, query.linesForPaper(filter, scope, today));
            add(workbook, sheets.problems(), query.problemsForPaper(filter, scope, today));
            add(workbook, sheets.measures(), query.measuresForPaper(filter, scope, today));
            add(workbook, sheets.responsibilities(), query.dutyLines(filter, scope, today));
            if (scope.role().isSuperior() && filter.campaign() != null) {
                workbook.add(sheets.personal(), ledger.personalCounts(filter.campaign(), scope).stream());
            }
            add(workbook, FlatLedger.table(), query.lines(filter, scope, today));
        });
    }

    /**
     * F02: to a branch, a sheet for each person with the personal problems one may read; to a superior, counts. A filter
     * on one's own problems makes it a single sheet.
     */
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public LedgerFile personal(LedgerFilter filter, Actor actor, BranchScope scope) throws IOException {
        LocalDate today = LocalDate.now(clock);
        LedgerSheets.Heading heading = heading(filter, actor, scope, today);
        audit.record(RectificationAction.LEDGER_EXPORTED, "Campaign", subject(filter), null);
        Long campaign = filter.campaign();
        return file(name("rectification.sheet.personal.file", heading), Progress.NONE, workbook -> {
            if (!scope.role().isSuperior()) {
                personalLists.add(workbook, persons(filter, scope, today), heading);
            } else if (campaign != null) {
                workbook.add(
                        new LedgerSheets(labels, heading).personal(), ledger.personalCounts(campaign, scope).stream());
            }
        });
    }

    private Collection<List<LedgerLine>> persons(LedgerFilter filter, BranchScope scope, LocalDate today) {
        Function<LedgerLine, @Nullable Long> subject = line -> line.problem().subjectId();
        try (Stream<LedgerLine> lines = query.linesForPaper(filter, scope, today)) {
            return lines.filter(line -> line.problem().subjectKind().isPersonal()
                            && (!filter.mine() || scope.isOwn(line.problem().subjectId())))
                    .collect(Collectors.groupingBy(subject, LinkedHashMap::new, Collectors.toList()))
                    .values();
        }
    }

    private interface Filler {
        void fill(ReportWorkbook workbook) throws IOException;
    }

    private static LedgerFile file(String name, Progress progress, Filler filler) throws IOException {
        ReportWorkbook workbook = new ReportWorkbook(progress);
        try {
            filler.fill(workbook);
            return new LedgerFile(name, workbook);
        } catch (IOException | RuntimeException failed) {
            workbook.close();
            throw failed;
        }
    }

    private static void add(ReportWorkbook workbook, ReportSheet<LedgerLine> sheet, Stream<LedgerLine> lines)
            throws IOException {
        try (lines) {
            workbook.add(sheet, lines);
        }
    }

    private static void add(ReportWorkbook workbook, ExcelTable<LedgerLine> table, Stream<LedgerLine> lines)
            throws IOException {
        try (lines) {
            workbook.add(table, lines.iterator());
        }
    }

    private LedgerSheets.Heading heading(LedgerFilter filter, Actor actor, BranchScope scope, LocalDate today) {
        Long id = unitId(filter, actor);
        OrgUnit unit = id == null ? null : units.get(id, scope);
        Map<Long, BranchBand> bands = query.bands(filter, scope, today, List.of()).stream()
                .collect(Collectors.toMap(BranchBand::branchId, Function.identity()));
        BranchBand own = unit == null ? null : bands.get(unit.getId());
        return new LedgerSheets.Heading(
                title(filter, scope),
                unit == null ? labels.of(actor.role()) : unit.getName(),
                unit != null && unit.getKind() == UnitKind.BRANCH,
                own == null ? null : own.secretary(),
                actor.displayName(),
                today,
                bands);
    }

    /** For the trail: the campaign, or 0 for all of them. */
    private static long subject(LedgerFilter filter) {
        return filter.campaign() == null ? 0 : filter.campaign();
    }

    /** Whose ledger it is; null for a supervision group, which belongs to no unit. */
    private static @Nullable Long unitId(LedgerFilter filter, Actor actor) {
        return filter.branch() != null ? filter.branch() : actor.unitId();
    }

    private @Nullable String title(LedgerFilter filter, BranchScope scope) {
        return campaigns.list(scope).stream()
                .filter(row -> filter.campaign() != null && row.id() == filter.campaign())
                .map(CampaignRow::title)
                .findFirst()
                .orElse(null);
    }

    private String name(String key, LedgerSheets.Heading heading) {
        return labels.text(
                key,
                heading.unit(),
                heading.title() == null ? "" : heading.title(),
                DateTimeFormatter.BASIC_ISO_DATE.format(heading.on()));
    }
}
