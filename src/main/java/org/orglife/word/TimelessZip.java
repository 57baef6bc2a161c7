package org.orglife.word;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Packs a document anew without the time of its packing: the same contents make the same bytes. */
final class TimelessZip {

    /** The first moment that a ZIP file can name. */
    private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);

    private TimelessZip() {}

    /** The stream is left open. */
    static void copy(byte[] packed, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(packed))) {
            for (ZipEntry part = in.getNextEntry(); part != null; part = in.getNextEntry()) {
                ZipEntry entry = new ZipEntry(part.getName());
                entry.setTimeLocal(EPOCH);
                zip.putNextEntry(entry);
                in.transferTo(zip);
            }
        }
        zip.finish();
    }
}
