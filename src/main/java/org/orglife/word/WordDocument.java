package org.orglife.word;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTInd;

/**
 * A document in the format of ordinary official material, written from top to bottom: A4, 22 lines of 28 characters,
 * the page number below. What is written becomes plain text as it stands, whatever it looks like; only the space around
 * each line and characters that no XML can hold are dropped, and a tab becomes a space. The same calls make the same bytes: the file names its
 * title and language, but nobody and no time.
 *
 * <p>It is held in memory, for one thread, and may be written more than once.
 */
public final class WordDocument {

    /** Of a .docx. */
    public static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu年M月d日", Locale.ROOT);

    /** A label wider than this, in halves of a character, would leave too little room beside it. */
    private static final int WIDEST_LABEL = 20;

    private final XWPFDocument document = Skeleton.open();
    private final HeadingNumbers numbers = new HeadingNumbers();

    /** A document with this title, centred, with a blank line below; a long one is broken where its lines end. */
    public WordDocument(String title) {
        document.getProperties().getCoreProperties().setTitle(PlainText.oneLine(title));
        add(Style.TITLE, title);
    }

    /** A centred line between the title and the blank line below it, as for a name or a date. Only right at the start. */
    public WordDocument subtitle(String text) {
        XWPFParagraph title = document.getLastParagraph();
        if (document.getBodyElements().size() != 1) {
            throw new IllegalStateException("A subtitle belongs right below the title");
        }
        title.setSpacingAfter(0);
        add(Style.SUBTITLE, text);
        return this;
    }

    /** To whom it goes, flush left; the colon is added. */
    public WordDocument addressee(String text) {
        add(Style.SALUTATION, PlainText.oneLine(text) + "：");
        return this;
    }

    /**
     * A fact such as 时间 of a meeting, the colon added; all lines of the value begin below its first.
     *
     * @param value null to leave the room for writing by hand
     */
    public WordDocument fact(String label, @Nullable String value) {
        XWPFParagraph paragraph = add(Style.FACT);
        String name = PlainText.oneLine(label);
        int width = PlainText.width(name + "：");
        if (width <= WIDEST_LABEL) {
            hang(paragraph, width);
        }
        PlainText.writeLabel(paragraph, name);
        if (value != null) {
            PlainText.write(paragraph, value);
        }
        return this;
    }

    /** A heading of level 1 to 4, numbered 一、（一） 1. or （1） anew below each heading above; always one line of text. */
    public WordDocument heading(int level, String text) {
        String number = numbers.next(level);
        PlainText.write(add(Style.heading(level)), number + PlainText.oneLine(text));
        return this;
    }

    /** Body text; each line becomes a paragraph, lines with nothing in them are left out. */
    public WordDocument paragraph(String text) {
        PlainText.paragraphs(text).forEach(line -> add(Style.BODY, line));
        return this;
    }

    /** Body text that begins with a label, such as the name of who speaks; the colon is added. */
    public WordDocument paragraph(String label, String text) {
        XWPFParagraph first = add(Style.BODY);
        PlainText.writeLabel(first, PlainText.oneLine(label));
        List<String> lines = PlainText.paragraphs(text);
        for (int i = 0; i < lines.size(); i++) {
            PlainText.write(i == 0 ? first : add(Style.BODY), lines.get(i));
        }
        return this;
    }

    /** One item of an enumeration: the number and a point before the text. */
    public WordDocument item(int number, String text) {
        return paragraph(number + "." + text.strip());
    }

    /** An enumeration from 1. */
    public WordDocument items(Collection<String> texts) {
        int number = 0;
        for (String text : texts) {
            item(++number, text);
        }
        return this;
    }

    /** The table as it is now; rows added to it later are not in the document. */
    public WordDocument table(WordTable table) {
        if (table.columns().isEmpty()) {
            throw new IllegalArgumentException("A table needs a column");
        }
        if (table.title() != null) {
            add(Style.CAPTION, table.title());
        }
        new TableWriter(table).write(document);
        add(Style.TABLE_END);
        return this;
    }

    /** A line to be signed by hand, the colon added. Several in a row stay together, on a page with what is above. */
    public WordDocument signature(String label) {
        keepLastWithNext();
        XWPFParagraph line = add(Style.SIGNATURE_LINE);
        PlainText.write(line, PlainText.oneLine(label) + "：");
        line.createRun().addTab();
        return this;
    }

    /** Who issued it and when, at the right, on a page with what is above. */
    public WordDocument issuedBy(String name, LocalDate date) {
        keepLastWithNext();
        add(Style.SIGNATURE, name);
        return date(date);
    }

    /** A day such as 2024年1月18日, at the right. */
    public WordDocument date(LocalDate date) {
        add(Style.DATE, DAY.format(date));
        return this;
    }

    /** Writes the .docx; the stream is left open. */
    public void writeTo(OutputStream out) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        document.write(packed);
        TimelessZip.copy(packed.toByteArray(), out);
    }

    /** The .docx. */
    public byte[] toBytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private void add(Style style, String text) {
        PlainText.write(add(style), text);
    }

    private XWPFParagraph add(Style style) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setStyle(style.id());
        return paragraph;
    }

    /** A page that holds nothing but signatures could belong to any text. */
    private void keepLastWithNext() {
        document.getLastParagraph().setKeepNext(true);
    }

    /** All lines but the first begin where the value does: two characters and the label from the left. */
    private static void hang(XWPFParagraph paragraph, int halves) {
        CTInd indent = paragraph.getCTP().getPPr().addNewInd();
        indent.setLeftChars(BigInteger.valueOf(200 + 50L * halves));
        indent.setLeft(BigInteger.valueOf(640 + 160L * halves));
        indent.setHangingChars(BigInteger.valueOf(50L * halves));
        indent.setHanging(BigInteger.valueOf(160L * halves));
    }
}
