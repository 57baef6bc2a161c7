package org.orglife.word;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** The document without contents from which each one begins: page, styles, fonts, page number. */
final class Skeleton {

    private static final List<String> PARTS = List.of(
            "[Content_Types].xml",
            "_rels/.rels",
            "docProps/core.xml",
            "word/document.xml",
            "word/_rels/document.xml.rels",
            "word/styles.xml",
            "word/settings.xml",
            "word/fontTable.xml",
            "word/footer1.xml");

    private static final byte[] PACKED = pack();

    private Skeleton() {}

    static XWPFDocument open() {
        try {
            return new XWPFDocument(new ByteArrayInputStream(PACKED));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] pack() {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(packed)) {
            for (String part : PARTS) {
                zip.putNextEntry(new ZipEntry(part));
                copy("/document/" + part, zip);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static void copy(String resource, ZipOutputStream zip) throws IOException {
        try (InputStream in = Skeleton.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new FileNotFoundException(resource);
            }
            in.transferTo(zip);
        }
    }
}
