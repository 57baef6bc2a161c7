package org.orglife.word;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTInd;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPrGeneral;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSpacing;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STHint;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STJc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STLineSpacingRule;

class WordDocumentTests {

    private static final String TITLE = "消化内科党支部专题组织生活会记录";

    private static WordDocument document() {
        return new WordDocument(TITLE);
    }

    private static XWPFDocument reopened(WordDocument document) {
        try {
            return new XWPFDocument(new ByteArrayInputStream(document.toBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> texts(WordDocument document) {
        return reopened(document).getParagraphs().stream()
                .map(XWPFParagraph::getText)
                .skip(1)
                .toList();
    }

    private static XWPFParagraph last(WordDocument document) {
        return reopened(document).getLastParagraph();
    }

    private static CTStyle style(String id) {
        return reopened(document()).getStyles().getStyle(id).getCTStyle();
    }

    private static Map<String, String> parts(WordDocument document) throws IOException {
        Map<String, String> parts = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(document.toBytes()))) {
            for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                parts.put(part.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }

    private static void assertFont(String style, String chinese, int halfPoints) {
        CTRPr look = style(style).getRPr();
        assertThat(look.getRFontsArray(0).getEastAsia()).isEqualTo(chinese);
        if (halfPoints != 32) {
            assertThat(look.getSzArray(0).getVal()).hasToString("" + halfPoints);
        } else {
            assertThat(look.sizeOfSzArray()).isZero();
        }
        assertThat(look.sizeOfBArray()).isZero();
    }

    @Test
    @DisplayName("GB/T 9704: A4, 37 mm above, 28 mm left, type area of 156 by 225 mm")
    void thePageIsA4WithTheMarginsOfTheStandard() {
        CTSectPr section =
                reopened(document().paragraph("正文")).getDocument().getBody().getSectPr();
        CTPageSz size = section.getPgSz();
        assertThat(size.getW()).hasToString("11906");
        assertThat(size.getH()).hasToString("16838");
        CTPageMar margins = section.getPgMar();
        assertThat(margins.getTop()).hasToString("2098");
        assertThat(margins.getLeft()).hasToString("1588");
        assertThat(margins.getRight()).hasToString("1474");
        assertThat(margins.getBottom()).hasToString("1984");
        assertThat(margins.getFooter()).hasToString("1307");
    }

    @Test
    @DisplayName("GB/T 9704: 3号仿宋, 22 lines a page, two characters of indent")
    void theBodyIsFangsongOnExactLines() {
        CTRPr defaults = reopened(document()).getStyles().getDefaultRunStyle() == null
                ? CTRPr.Factory.newInstance()
                : defaults();
        CTFonts fonts = defaults.getRFontsArray(0);
        assertThat(fonts.getEastAsia()).isEqualTo("仿宋_GB2312");
        assertThat(fonts.getAscii()).isEqualTo("Times New Roman");
        assertThat(fonts.getHAnsi()).isEqualTo("Times New Roman");
        assertThat(defaults.getSzArray(0).getVal()).hasToString("32");
        assertThat(defaults.getLangArray(0).getEastAsia()).isEqualTo("zh-CN");
        CTPPrGeneral normal = style("Normal").getPPr();
        assertThat(normal.getSpacing().getLine()).hasToString("560");
        assertThat(normal.getSpacing().getLineRule()).isEqualTo(STLineSpacingRule.EXACT);
        assertThat(normal.getJc().getVal()).isEqualTo(STJc.BOTH);
        assertThat(style("BodyTextFirstIndent").getPPr().getInd().getFirstLineChars())
                .hasToString("200");
        assertThat(last(document().paragraph("正文")).getStyle()).isEqualTo("BodyTextFirstIndent");
    }

    private static CTRPr defaults() {
        throw new UnsupportedOperationException();
    }
}
