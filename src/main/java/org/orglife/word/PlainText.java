package org.orglife.word;

import java.util.List;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STHint;

/** Text on its way into a document: literally, without what XML cannot hold, line by line. */
final class PlainText {

    /** All ways to end a line, the soft line break among them that Word itself puts on the clipboard. */
    private static final Pattern LINE_END = Pattern.compile("\\r\\n|[\\n\\r\\u000B\\f\\u0085\\u2028\\u2029]");

    private static final Pattern EDGE_SPACE = Pattern.compile("^[\\s\\u00A0\\u3000]+|[\\s\\u00A0\\u3000]+$");

    private PlainText() {}

    /** The lines without the space around them, because indents are the matter of styles; at least one. */
    static List<String> lines(String text) {
        return LINE_END.splitAsStream(text).map(PlainText::clean).toList();
    }

    /** The lines that hold something. */
    static List<String> paragraphs(String text) {
        return lines(text).stream().filter(line -> !line.isEmpty()).toList();
    }

    /** Everything in one line, for places that have only one. */
    static String oneLine(String text) {
        return String.join("", paragraphs(text));
    }

    private static String clean(String line) {
        StringBuilder clean = new StringBuilder(line.length());
        line.codePoints()
                .map(character -> character == '\t' ? ' ' : character)
                .filter(PlainText::fitsXml)
                .forEach(clean::appendCodePoint);
        return EDGE_SPACE.matcher(clean).replaceAll("");
    }

    private static boolean fitsXml(int character) {
        boolean halfPair = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
        boolean nothing = character == 0xFFFE || character == 0xFFFF;
        return character >= ' ' && !halfPair && !nothing;
    }

    /** Appends a text that may have several lines. */
    static void write(XWPFParagraph paragraph, String text) {
        write(paragraph.createRun(), text);
    }

    /** Appends a label and its colon. */
    static void writeLabel(XWPFParagraph paragraph, String label) {
        XWPFRun run = paragraph.createRun();
        run.setStyle(Style.LABEL.id());
        write(run, label + "：");
    }

    private static void write(XWPFRun run, String text) {
        hintChinese(run);
        List<String> lines = lines(text);
        for (int i = 0; i < lines.size(); i++) {
            if (i > 0) {
                run.addBreak();
            }
            run.setText(lines.get(i), i);
        }
    }

    /** Without the hint, Word would take quotation marks and dashes for Latin and set them narrow. */
    private static void hintChinese(XWPFRun run) {
        CTRPr look =
                run.getCTR().isSetRPr() ? run.getCTR().getRPr() : run.getCTR().addNewRPr();
        look.addNewRFonts().setHint(STHint.EAST_ASIA);
    }

    /** How wide the text is, in halves of a Chinese character. */
    static int width(String text) {
        return text.codePoints().map(character -> character < 0x2000 ? 1 : 2).sum();
    }
}
