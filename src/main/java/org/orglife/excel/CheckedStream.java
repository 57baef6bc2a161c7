package org.orglife.excel;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;

/** Counts what really comes out of the unpacking of one part and stops at the first byte too many. */
final class CheckedStream extends FilterInputStream {

    /** No tag, attribute or text of a workbook is longer; a parser would hold a longer one in memory. */
    private static final int LONGEST_TOKEN = 4 << 20;

    private final long limit;
    private final boolean markup;
    private final CRC32 crc = new CRC32();
    private long count;
    private int token;

    CheckedStream(InputStream in, long limit, boolean markup) {
        super(in);
        this.limit = limit;
        this.markup = markup;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        if (read > 0) {
            count += read;
            if (count > limit) {
                throw new UnreadableWorkbookException("excel.file.too-large");
            }
            crc.update(bytes, offset, read);
            if (markup) {
                measureTokens(bytes, offset, read);
            }
        }
        return read;
    }

    @Override
    public long skip(long bytes) {
        throw new UnsupportedOperationException("Skipped bytes would escape the count");
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    long drain() throws IOException {
        byte[] buffer = new byte[1 << 16];
        while (read(buffer, 0, buffer.length) >= 0) {
            // Counting and checking is all there is to do.
        }
        return count;
    }

    long checksum() {
        return crc.getValue();
    }

    private void measureTokens(byte[] bytes, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            token = bytes[i] == '<' ? 0 : token + 1;
            if (token > LONGEST_TOKEN) {
                throw new UnreadableWorkbookException("excel.file.damaged");
            }
        }
    }
}
