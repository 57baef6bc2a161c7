package org.orglife.lookback;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orglife.audit.AuditTrail;
import org.orglife.excel.ReportSheet;
import org.orglife.excel.ReportWorkbook;
import org.orglife.shared.BranchScope;
import org.orglife.shared.Labels;
import org.orglife.word.WordDocument;
import org.orglife.word.WordTable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 回头看记录 (F27) as a workbook and as a document: the rows that the caller may read. */
@Component
public class LookBackRecord {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.ROOT);

    private final LookBackQuery query;
    private final LookBackWords words;
    private final Labels labels;
    private final AuditTrail audit;

    LookBackRecord(LookBackQuery query, LookBackWords words, Labels labels, AuditTrail audit) {
        this.query = query;
        this.words = words;
        this.labels = labels;
        this.audit = audit;
    }

    /** A round that is taken out of the system; the trail says so. */
    @Transactional
    public LookBackView takenOut(long id, BranchScope scope) {
        LookBackView view = query.view(id, scope);
        audit.record(
                LookBackAction.EXPORTED,
                "LookBackRound",
                id,
                view.task().getBranch().getName());
        return view;
    }

    /** Name of the file without its ending, for the person who saves it. */
    public String name(LookBackView view) {
        return labels.text(
                "lookback.record.file",
                view.task().getBranch().getName(),
                String.valueOf(view.round().getNumber()));
    }

    /** Writes the workbook; the stream is left open. */
    public void writeWorkbook(LookBackView view, OutputStream out) throws IOException {
        ReportSheet<LookBackLine> sheet = ReportSheet.<LookBackLine>titled(
                        labels.text("lookback.record"), labels.text("lookback.record"))
                .headLine(
                        view.task().getBranch().getName(),
                        view.task().getCampaign().getTitle(),
                        DAY.format(view.round().getPlannedOn()))
                .centred(text("round"), 7, line -> view.round().getNumber())
                .centred(text("number"), 8, line -> line.problem().getNumber())
                .left(text("problem"), 36, line -> line.problem().getText())
                .centred(text("inspector"), 12, line -> line.result().getInspectorName())
                .centred(text("way"), 12, line -> labels.of(line.result().getWay()))
                .centred(text("finding"), 12, this::finding)
                .left(text("remark"), 34, line -> line.result().getRemark())
                .centred(text("checkedOn"), 15, line -> day(line.result().getCheckedOn()))
                .foot(words.of(view));
        try (ReportWorkbook workbook = new ReportWorkbook()) {
            workbook.add(sheet, view.lines().stream());
            workbook.write(out);
        }
    }

    /** The document. */
    public WordDocument document(LookBackView view) {
        WordDocument document = new WordDocument(labels.text("lookback.record"));
        document.subtitle(labels.text(
                "lookback.record.of",
                view.task().getBranch().getName(),
                String.valueOf(view.round().getNumber())));
        document.fact(
                        labels.text("lookback.campaign"),
                        view.task().getCampaign().getTitle())
                .fact(labels.text("lookback.plannedOn"), DAY.format(view.round().getPlannedOn()))
                .fact(labels.text("lookback.inspectors"), inspectors(view));
        document.paragraph(words.of(view));
        WordTable table = WordTable.untitled()
                .centred(text("round"), 4)
                .centred(text("number"), 5)
                .left(text("problem"), 14)
                .centred(text("inspector"), 7)
                .centred(text("way"), 7)
                .centred(text("finding"), 7)
                .left(text("remark"), 14);
        view.lines()
                .forEach(line -> table.row(
                        String.valueOf(view.round().getNumber()),
                        String.valueOf(line.problem().getNumber()),
                        line.problem().getText(),
                        line.result().getInspectorName(),
                        labels.of(line.result().getWay()),
                        finding(line),
                        line.result().getRemark()));
        return document.table(table).signature(labels.text("lookback.record.sign"));
    }

    private static String inspectors(LookBackView view) {
        return view.round().getInspectors().stream().map(Inspector::name).collect(Collectors.joining("、"));
    }

    private String finding(LookBackLine line) {
        if (line.finding() != null) {
            return labels.of(line.finding());
        }
        return labels.text(line.result().isMissing() ? "lookback.missing" : "lookback.moved-on");
    }

    private static @Nullable String day(@Nullable LocalDate date) {
        return date == null ? null : DAY.format(date);
    }

    private String text(String key) {
        return labels.text("lookback." + key);
    }
}
