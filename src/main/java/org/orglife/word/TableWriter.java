package org.orglife.word;

import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblWidth;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;

/** Writes one table at the end of a document. */
final class TableWriter {

    /** The width of the text in twips: 210 mm of paper less the margins. */
    private static final int TEXT_WIDTH = 11906 - 1588 - 1474;

    private final WordTable description;
    private final List<WordTable.Column> columns;
    private final int[] widths;

    TableWriter(WordTable description) {
        this.description = description;
        columns = description.columns();
        widths = description.widths(TEXT_WIDTH);
    }

    void write(XWPFDocument document) {
        XWPFTable table = document.createTable(description.rows().size() + 1, columns.size());
        setUp(table);
        XWPFTableRow head = table.getRow(0);
        head.setRepeatHeader(true);
        head.setCantSplitRow(true);
        for (int i = 0; i < columns.size(); i++) {
            write(head.getCell(i), widths[i], Style.TABLE_HEAD, columns.get(i).heading());
        }
        for (int r = 0; r < description.rows().size(); r++) {
            write(table.getRow(r + 1), description.rows().get(r));
        }
    }

    private void write(XWPFTableRow row, List<@Nullable String> cells) {
        row.setCantSplitRow(true);
        for (int i = 0; i < cells.size(); i++) {
            write(row.getCell(i), widths[i], columns.get(i).style(), cells.get(i));
        }
    }

    private static void write(XWPFTableCell cell, int width, Style style, @Nullable String text) {
        set(cell.getCTTc().addNewTcPr().addNewTcW(), width);
        XWPFParagraph paragraph = cell.getParagraphs().get(0);
        paragraph.setStyle(style.id());
        if (text != null) {
            PlainText.write(paragraph, text);
        }
    }

    /** Borders and margins come from the style, not from POI. */
    private void setUp(XWPFTable table) {
        CTTblPr look = CTTblPr.Factory.newInstance();
        look.addNewTblStyle().setVal(Style.TABLE.id());
        set(look.addNewTblW(), TEXT_WIDTH);
        look.addNewTblLayout().setType(STTblLayoutType.FIXED);
        table.getCTTbl().setTblPr(look);
        CTTblGrid grid = CTTblGrid.Factory.newInstance();
        for (int width : widths) {
            grid.addNewGridCol().setW(BigInteger.valueOf(width));
        }
        table.getCTTbl().setTblGrid(grid);
    }

    private static void set(CTTblWidth width, int twips) {
        width.setType(STTblWidth.DXA);
        width.setW(BigInteger.valueOf(twips));
    }
}
