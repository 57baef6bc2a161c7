package org.orglife.word;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.ooxml.POIXMLProperties.CoreProperties;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFooter;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTInd;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPrGeneral;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STHint;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STJc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STLineSpacingRule;

class WordDocumentTests {

    private static final String TITLE = "消化内科党支部专题组织生活会记录";
    private static final LocalDate DAY = LocalDate.of(2024, 1, 8);

    private static WordDocument document() {
        return new WordDocument(TITLE);
    }

    private static WordDocument record() {
        return document()
                .subtitle("（2024年1月8日）")
                .addressee("各党支部")
                .fact("时间", "2024年1月8日14时30分")
                .heading(1, "会前准备")
                .paragraph("集中学习6次。")
                .table(WordTable.titled("发言顺序").centred("序号", 1).row("1"))
                .signature("主持人签名")
                .issuedBy("消化内科党支部", DAY);
    }

    private static XWPFDocument reopened(WordDocument document) {
        return reopened(document.toBytes());
    }

    private static XWPFDocument reopened(byte[] document) {
        try {
            return new XWPFDocument(new ByteArrayInputStream(document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of all paragraphs below the title. */
    private static List<String> texts(WordDocument document) {
        return reopened(document).getParagraphs().stream()
                .skip(1)
                .map(XWPFParagraph::getText)
                .toList();
    }

    private static List<String> styles(WordDocument document) {
        return reopened(document).getParagraphs().stream()
                .map(XWPFParagraph::getStyle)
                .toList();
    }

    private static XWPFParagraph last(WordDocument document) {
        return reopened(document).getLastParagraph();
    }

    private static CTStyle style(String id) {
        return reopened(document()).getStyles().getStyle(id).getCTStyle();
    }

    private static Map<String, String> parts(byte[] document) throws IOException {
        Map<String, String> parts = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(document))) {
            for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                parts.put(part.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }

    @Test
    @DisplayName("GB/T 9704: A4, 37 mm above, 28 mm left, a type area of 156 by 225 mm")
    void thePageIsA4WithTheMarginsOfTheStandard() {
        CTSectPr section = reopened(record()).getDocument().getBody().getSectPr();
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
    @DisplayName("GB/T 9704: 3号仿宋, digits in Times New Roman, lines of 28 points, justified")
    void theBodyIsFangsongOnExactLines() {
        CTRPr look = reopened(record())
                .getStyles()
                .getCtStyles()
                .getDocDefaults()
                .getRPrDefault()
                .getRPr();
        CTFonts fonts = look.getRFontsArray(0);
        assertThat(fonts.getEastAsia()).isEqualTo("仿宋_GB2312");
        assertThat(fonts.getAscii()).isEqualTo("Times New Roman");
        assertThat(fonts.getHAnsi()).isEqualTo("Times New Roman");
        assertThat(look.getSzArray(0).getVal()).hasToString("32");
        assertThat(look.getLangArray(0).getEastAsia()).hasToString("zh-CN");
        CTPPrGeneral normal = style("Normal").getPPr();
        assertThat(normal.getSpacing().getLine()).hasToString("560");
        assertThat(normal.getSpacing().getLineRule()).isEqualTo(STLineSpacingRule.EXACT);
        assertThat(normal.getJc().getVal()).isEqualTo(STJc.BOTH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"BodyTextFirstIndent", "Heading1", "Heading2", "Heading3", "Heading4"})
    @DisplayName("GB/T 9704: body and headings are indented by two characters, further lines are flush")
    void paragraphsBeginTwoCharactersFromTheLeft(String style) {
        CTInd indent = style(style).getPPr().getInd();
        assertThat(indent.getFirstLineChars()).hasToString("200");
        assertThat(indent.getFirstLine()).hasToString("640");
        assertThat(indent.isSetLeft()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"Heading1, 黑体, 0", "Heading2, 楷体_GB2312, 1", "Heading3, 仿宋_GB2312, 2", "Heading4, 仿宋_GB2312, 3"})
    @DisplayName("GB/T 9704: headings in 3号黑体, 楷体, 仿宋, none of them bold")
    void headingsDifferByTheirFont(String id, String font, int outline) {
        CTStyle style = style(id);
        assertThat(style.getRPr().getRFontsArray(0).getEastAsia()).isEqualTo(font);
        assertThat(style.getRPr().sizeOfSzArray()).isZero();
        assertThat(style.getRPr().sizeOfBArray()).isZero();
        assertThat(style.getPPr().getOutlineLvl().getVal()).hasToString("" + outline);
        assertThat(style.getPPr().isSetKeepNext()).isTrue();
    }

    @Test
    @DisplayName("GB/T 9704: title in 2号小标宋, centred, 35 points, one blank line below")
    void theTitleIsLargeAndCentred() {
        CTStyle style = style("Title");
        assertThat(style.getRPr().getRFontsArray(0).getEastAsia()).isEqualTo("方正小标宋简体");
        assertThat(style.getRPr().getSzArray(0).getVal()).hasToString("44");
        assertThat(style.getRPr().sizeOfBArray()).isZero();
        assertThat(style.getPPr().getJc().getVal()).isEqualTo(STJc.CENTER);
        assertThat(style.getPPr().getSpacing().getLine()).hasToString("700");
        assertThat(style.getPPr().getSpacing().getLineRule()).isEqualTo(STLineSpacingRule.EXACT);
        assertThat(style.getPPr().getSpacing().getAfter()).hasToString("560");
    }

    @Test
    void aTitleBreaksWhereItsLinesEnd() {
        XWPFDocument document = reopened(new WordDocument("消化内科党支部\n专题组织生活会记录"));
        XWPFParagraph title = document.getParagraphArray(0);
        assertThat(title.getStyle()).isEqualTo("Title");
        assertThat(title.getText()).isEqualTo("消化内科党支部\n专题组织生活会记录");
        assertThat(document.getProperties().getCoreProperties().getTitle()).isEqualTo("消化内科党支部专题组织生活会记录");
    }

    @Test
    void aSubtitleTakesTheBlankLineOverFromTheTitle() {
        XWPFDocument document = reopened(document().subtitle("（2024年1月8日）"));
        assertThat(document.getParagraphArray(0).getSpacingAfter()).isZero();
        assertThat(document.getParagraphArray(1).getStyle()).isEqualTo("Subtitle");
        assertThat(style("Subtitle").getPPr().getSpacing().getAfter()).hasToString("560");
        assertThatIllegalStateException()
                .isThrownBy(() -> document().paragraph("正文").subtitle("（2024年1月8日）"));
    }

    @Test
    @DisplayName("GB/T 9704: page number in 4号宋体 between dashes; ordinary material may centre it")
    void eachPageHasItsNumberBelow() throws IOException {
        XWPFFooter footer = reopened(record()).getFooterList().get(0);
        XWPFParagraph number = footer.getParagraphArray(0);
        assertThat(number.getStyle()).isEqualTo("Footer");
        assertThat(number.getText()).isEqualTo("— 1 —");
        assertThat(parts(record().toBytes()).get("word/footer1.xml"))
                .containsSubsequence("— ", "\"begin\"", " PAGE ", "\"separate\"", ">1<", "\"end\"", " —");
        CTStyle style = style("Footer");
        assertThat(style.getPPr().getJc().getVal()).isEqualTo(STJc.CENTER);
        assertThat(style.getRPr().getRFontsArray(0).getAscii()).isEqualTo("宋体");
        assertThat(style.getRPr().getSzArray(0).getVal()).hasToString("28");
    }

    @Test
    void eachFontHasAnAlternative() throws IOException {
        Map<String, String> parts = parts(record().toBytes());
        assertThat(parts.get("word/fontTable.xml"))
                .containsSubsequence("仿宋_GB2312", "仿宋,FangSong", "方正小标宋简体", "宋体", "楷体_GB2312", "楷体,KaiTi");
        assertThat(parts.get("word/styles.xml")).contains("仿宋_GB2312", "方正小标宋简体", "黑体", "楷体_GB2312", "宋体");
    }

    @Test
    void whatIsWrittenBearsStylesThatExist() {
        XWPFDocument document = reopened(record());
        assertThat(styles(record()))
                .containsExactly(
                        "Title",
                        "Subtitle",
                        "Salutation",
                        "Fact",
                        "Heading1",
                        "BodyTextFirstIndent",
                        "Caption",
                        "TableEnd",
                        "SignatureLine",
                        "Signature",
                        "Date");
        for (Style style : Style.values()) {
            assertThat(document.getStyles().styleExist(style.id()))
                    .as(style.id())
                    .isTrue();
        }
    }

    @Test
    void headingsAreNumberedWhileWriting() {
        WordDocument document = document()
                .heading(1, "会前准备")
                .heading(2, "深化理论学习")
                .heading(3, "集中学习")
                .heading(4, "时间")
                .heading(2, "开展谈心谈话")
                .heading(1, "会议召开")
                .heading(2, "时间");
        assertThat(texts(document))
                .containsExactly("一、会前准备", "（一）深化理论学习", "1.集中学习", "（1）时间", "（二）开展谈心谈话", "二、会议召开", "（一）时间");
        assertThatIllegalArgumentException().isThrownBy(() -> document.heading(5, "太深"));
    }

    @Test
    void aFactHangsByTheWidthOfItsLabel() {
        XWPFParagraph fact = last(document().fact("列席人员", "医院党委副书记\n督导组"));
        assertThat(fact.getText()).isEqualTo("列席人员：医院党委副书记\n督导组");
        XWPFRun label = fact.getRuns().get(0);
        assertThat(label.getStyle()).isEqualTo("FactLabel");
        assertThat(fact.getRuns().get(1).getStyle()).isEmpty();
        CTInd indent = fact.getCTP().getPPr().getInd();
        assertThat(indent.getLeftChars()).hasToString("700");
        assertThat(indent.getHangingChars()).hasToString("500");
        assertThat(style("FactLabel").getRPr().getRFontsArray(0).getEastAsia()).isEqualTo("黑体");
    }

    @Test
    void aFactWithALongLabelDoesNotHang() {
        XWPFParagraph fact = last(document().fact("未到会人员及其请假的原因", "无"));
        assertThat(fact.getText()).isEqualTo("未到会人员及其请假的原因：无");
        assertThat(fact.getCTP().getPPr().isSetInd()).isFalse();
    }

    @Test
    void anUnknownFactLeavesRoomForWriting() {
        assertThat(texts(document().fact("散会时间", null))).containsExactly("散会时间：");
    }

    @Test
    void eachLineOfATextIsAParagraph() {
        WordDocument document =
                document().paragraph("　　第一段。\r\n\r\n  第二段。\u000B第三段。\n\n").paragraph(" \n ");
        assertThat(texts(document)).containsExactly("第一段。", "第二段。", "第三段。");
        assertThat(styles(document).subList(1, 4)).containsOnly("BodyTextFirstIndent");
    }

    @Test
    void aParagraphMayBeginWithALabel() {
        XWPFDocument document =
                reopened(document().paragraph("张三", "我先谈两点。\n第一点。").paragraph("李四", ""));
        assertThat(document.getParagraphArray(1).getText()).isEqualTo("张三：我先谈两点。");
        assertThat(document.getParagraphArray(1).getRuns().get(0).getStyle()).isEqualTo("FactLabel");
        assertThat(document.getParagraphArray(2).getText()).isEqualTo("第一点。");
        assertThat(document.getParagraphArray(3).getText()).isEqualTo("李四：");
    }

    @Test
    void itemsAreNumbered() {
        assertThat(texts(document().items(List.of("宣读情况", " 点评")).item(7, "散会")))
                .containsExactly("1.宣读情况", "2.点评", "7.散会");
    }

    @Test
    void signaturesStayOnAPageWithTheText() {
        XWPFDocument document = reopened(document()
                .paragraph("决定事项。")
                .signature("主持人签名")
                .signature("记录人签名")
                .issuedBy("消化内科党支部", DAY));
        assertThat(document.getParagraphArray(1).isKeepNext()).isTrue();
        assertThat(document.getParagraphArray(2).getText()).isEqualTo("主持人签名：\t");
        assertThat(document.getParagraphArray(2).getStyle()).isEqualTo("SignatureLine");
        assertThat(document.getParagraphArray(3).getText()).isEqualTo("记录人签名：\t");
        assertThat(document.getParagraphArray(4).getText()).isEqualTo("消化内科党支部");
        assertThat(style("SignatureLine").getPPr().isSetKeepNext()).isTrue();
        assertThat(style("Signature").getPPr().isSetKeepNext()).isTrue();
        assertThat(style("Signature").getPPr().getInd().getRightChars()).hasToString("200");
    }

    @Test
    @DisplayName("GB/T 9704: dates in Arabic digits without zeros before them")
    void datesHaveNoZeros() {
        assertThat(texts(document().date(DAY))).containsExactly("2024年1月8日");
        assertThat(texts(document().date(LocalDate.of(2024, 12, 31)))).containsExactly("2024年12月31日");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "{ HYPERLINK \"http://example.org\" }",
                "DDEAUTO c:\\windows\\system32\\cmd.exe",
                "<w:br/> & <b>重点</b> ]]>",
                "&#x4E00; %n ${user} #{user}",
                "_x000D_",
                "王𠮷、䶮某、é",
                "“引号”——破折号……"
            })
    void textStandsThereAsItWasTyped(String text) throws IOException {
        WordDocument document = new WordDocument(text)
                .fact(text, text)
                .heading(1, text)
                .paragraph(text)
                .table(WordTable.titled(text).left(text, 1).row(text))
                .signature(text);
        XWPFDocument reopened = reopened(document);
        assertThat(reopened.getParagraphArray(0).getText()).isEqualTo(text);
        assertThat(texts(document)).containsExactly(text + "：" + text, "一、" + text, text, text, "", text + "：\t");
        assertThat(reopened.getTableArray(0).getRow(1).getCell(0).getText()).isEqualTo(text);
        assertThat(reopened.getProperties().getCoreProperties().getTitle()).isEqualTo(text);
        assertThat(parts(document.toBytes()).get("word/document.xml"))
                .doesNotContain("instrText", "fldSimple", "hyperlink", "<b>");
    }

    @Test
    void whatXmlCannotHoldIsDropped() {
        WordDocument document = document().paragraph("\u0000前\u0001\uFFFE\uFFFF\uD842后\uDFB7\t末\u001F");
        assertThat(texts(document)).containsExactly("前后 末");
    }

    @Test
    void quotationMarksAreChinese() {
        CTRPr look =
                last(document().paragraph("“引号”")).getRuns().get(0).getCTR().getRPr();
        assertThat(look.getRFontsArray(0).getHint()).isEqualTo(STHint.EAST_ASIA);
    }

    @Test
    void nothingButTheTitleIsToldOfItsOrigin() throws IOException {
        byte[] document = record().toBytes();
        CoreProperties properties = reopened(document).getProperties().getCoreProperties();
        assertThat(properties.getTitle()).isEqualTo(TITLE);
        assertThat(parts(document))
                .containsOnlyKeys(
                        "[Content_Types].xml",
                        "_rels/.rels",
                        "docProps/core.xml",
                        "word/_rels/document.xml.rels",
                        "word/document.xml",
                        "word/fontTable.xml",
                        "word/footer1.xml",
                        "word/settings.xml",
                        "word/styles.xml");
        assertThat(parts(document).get("docProps/core.xml"))
                .contains("<dc:language>zh-CN</dc:language>")
                .doesNotContain("creator", "lastModifiedBy", "created", "modified");
        assertThat(parts(document).values()).noneMatch(part -> part.contains("TargetMode=\"External\""));
    }

    @Test
    void theSameContentsMakeTheSameBytes() throws IOException {
        WordDocument once = record();
        byte[] bytes = once.toBytes();
        assertThat(record().toBytes()).isEqualTo(bytes);
        assertThat(once.toBytes()).isEqualTo(bytes);
        assertThat(reopened(once.paragraph("补记。")).getLastParagraph().getText()).isEqualTo("补记。");
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            assertThat(zip.getNextEntry().getTimeLocal()).isEqualTo("1980-01-01T00:00:00");
        }
    }

    @Test
    void theStreamIsLeftOpen() throws IOException {
        AtomicBoolean closed = new AtomicBoolean();
        ByteArrayOutputStream out = new ByteArrayOutputStream() {
            @Override
            public void close() {
                closed.set(true);
            }
        };
        record().writeTo(out);
        assertThat(closed).isFalse();
        assertThat(out.toByteArray()).isEqualTo(record().toBytes());
    }

    @Test
    void wordDoesNotOpenItInCompatibilityMode() throws IOException {
        assertThat(parts(record().toBytes()).get("word/settings.xml"))
                .containsSubsequence("compatibilityMode", "w:val=\"15\"");
    }
}
