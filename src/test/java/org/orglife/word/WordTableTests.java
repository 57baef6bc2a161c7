package org.orglife.word;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STJc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STLineSpacingRule;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;

class WordTableTests {

    private static WordTable speakers() {
        return WordTable.titled("发言顺序表").centred("序号", 12).left("自我批评要点", 90).right("次数", 15);
    }

    private static XWPFDocument written(WordTable table) {
        byte[] document = new WordDocument("记录").table(table).toBytes();
        try {
            return new XWPFDocument(new ByteArrayInputStream(document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CTStyle style(String id) {
        return written(speakers()).getStyles().getStyle(id).getCTStyle();
    }

    private static String style(XWPFTable table, int row, int column) {
        return table.getRow(row).getCell(column).getParagraphs().get(0).getStyle();
    }

    @Test
    void theTitleStandsAbove() {
        XWPFDocument document = written(speakers());
        XWPFParagraph title = document.getParagraphArray(1);
        assertThat(title.getText()).isEqualTo("发言顺序表");
        assertThat(title.getStyle()).isEqualTo("Caption");
        CTStyle style = style("Caption");
        assertThat(style.getRPr().getSzArray(0).getVal()).hasToString("24");
        assertThat(style.getRPr().sizeOfBArray()).isOne();
        assertThat(style.getPPr().getJc().getVal()).isEqualTo(STJc.CENTER);
        assertThat(style.getPPr().isSetKeepNext()).isTrue();
        assertThat(written(WordTable.untitled().left("事项", 1))
                        .getParagraphArray(1)
                        .getStyle())
                .isEqualTo("TableEnd");
    }

    @Test
    @DisplayName("Cells in 五号仿宋 with single spacing")
    void cellsAreSmallAndSinglySpaced() {
        CTStyle style = style("TableText");
        assertThat(style.getRPr().getSzArray(0).getVal()).hasToString("21");
        assertThat(style.getPPr().getSpacing().getLine()).hasToString("240");
        assertThat(style.getPPr().getSpacing().getLineRule()).isEqualTo(STLineSpacingRule.AUTO);
    }

    @Test
    void theHeadIsRepeatedAndRowsDoNotBreak() {
        WordTable description = speakers();
        IntStream.rangeClosed(1, 20).forEach(i -> description.row("" + i, "理论学习不够系统", "3"));
        XWPFTable table = written(description).getTableArray(0);
        assertThat(table.getRows()).hasSize(21).allMatch(XWPFTableRow::isCantSplitRow);
        assertThat(table.getRow(0).isRepeatHeader()).isTrue();
        assertThat(table.getRow(0).getTableCells())
                .extracting(XWPFTableCell::getText)
                .containsExactly("序号", "自我批评要点", "次数");
        assertThat(table.getRow(1).isRepeatHeader()).isFalse();
        assertThat(table.getRow(20).getCell(0).getText()).isEqualTo("20");
    }

    @Test
    void columnsAreAlignedByStyles() {
        XWPFTable table = written(speakers().row("1", "学习不够", "3")).getTableArray(0);
        assertThat(style(table, 0, 1)).isEqualTo("TableHead");
        assertThat(style(table, 1, 0)).isEqualTo("TableTextCentred");
        assertThat(style(table, 1, 1)).isEqualTo("TableText");
        assertThat(style(table, 1, 2)).isEqualTo("TableTextRight");
    }

    @Test
    void columnsFillTheWidthOfTheText() {
        XWPFTable table = written(speakers().row("1", "学习不够", "3")).getTableArray(0);
        assertThat(table.getCTTbl().getTblPr().getTblLayout().getType()).isEqualTo(STTblLayoutType.FIXED);
        assertThat(table.getCTTbl().getTblPr().getTblW().getW()).isEqualTo(BigInteger.valueOf(8844));
        int[] widths = table.getRow(1).getTableCells().stream()
                .mapToInt(XWPFTableCell::getWidth)
                .toArray();
        assertThat(widths).containsExactly(907, 6803, 1134);
        assertThat(Arrays.stream(widths).sum()).isEqualTo(8844);
        assertThat(table.getCTTbl().getTblGrid().getGridColList())
                .extracting(column -> ((BigInteger) column.getW()).intValue())
                .containsExactly(907, 6803, 1134);
    }

    @Test
    void thinLinesAreAllAround() {
        XWPFTable table = written(speakers()).getTableArray(0);
        assertThat(table.getStyleID()).isEqualTo("TableGrid");
        assertThat(table.getCTTbl().getTblPr().isSetTblBorders()).isFalse();
        // The schema library that comes with POI has no type for the properties of table styles.
        String style = style("TableGrid").xmlText();
        for (String side : List.of("top", "left", "bottom", "right", "insideH", "insideV")) {
            assertThat(style).contains("<w:" + side + " w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"");
        }
    }

    @Test
    void cellsMayBeEmptyOrHaveSeveralLines() {
        XWPFTable table = written(speakers().row(null, "李四：服务意识\n王五：方法", "")).getTableArray(0);
        assertThat(table.getRow(1).getCell(0).getText()).isEmpty();
        assertThat(table.getRow(1).getCell(1).getText()).isEqualTo("李四：服务意识\n王五：方法");
        assertThat(table.getRow(1).getCell(2).getText()).isEmpty();
    }

    @Test
    void somethingStandsBetweenTwoTables() throws IOException {
        WordTable untitled = WordTable.untitled().left("事项", 1).row("一");
        byte[] written = new WordDocument("记录").table(untitled).table(untitled).toBytes();
        assertThat(new XWPFDocument(new ByteArrayInputStream(written)).getBodyElements())
                .extracting(IBodyElement::getElementType)
                .extracting(Enum::name)
                .containsExactly("PARAGRAPH", "TABLE", "PARAGRAPH", "TABLE", "PARAGRAPH");
    }

    @Test
    void whatIsNoTableIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> speakers().row("1", "学习不够"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WordTable.untitled().row());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WordTable.untitled().left("事项", 0));
        assertThatIllegalStateException()
                .isThrownBy(() -> speakers().row("1", "学习不够", "3").left("备注", 10));
        assertThatIllegalArgumentException().isThrownBy(() -> written(WordTable.untitled()));
    }
}
