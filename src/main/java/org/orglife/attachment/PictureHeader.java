package org.orglife.attachment;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What the first bytes of a picture say, read without unpacking any of it.
 *
 * @param orientation how a phone was held, 1 to 8; 1 for upright
 */
record PictureHeader(int width, int height, int orientation) {

    private static final int SEGMENT = 0xFF;
    private static final int START_OF_SCAN = 0xDA;
    private static final int APPLICATION_1 = 0xE1;
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final int ORIENTATION = 0x0112;

    long pixels() {
        return (long) width * height;
    }

    /** Empty if it is not said, or makes no sense. */
    static Optional<PictureHeader> read(FileKind kind, byte[] contents) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(contents);
            return (kind == FileKind.PNG ? png(bytes) : jpeg(bytes))
                    .filter(header -> header.width > 0 && header.height > 0);
        } catch (IndexOutOfBoundsException cutShort) {
            return Optional.empty();
        }
    }

    private static Optional<PictureHeader> png(ByteBuffer bytes) {
        return Optional.of(new PictureHeader(bytes.getInt(16), bytes.getInt(20), 1));
    }

    private static Optional<PictureHeader> jpeg(ByteBuffer bytes) {
        int at = 2;
        int orientation = 1;
        while (true) {
            if ((bytes.get(at) & 0xFF) != SEGMENT) {
                return Optional.empty();
            }
            int marker = bytes.get(at + 1) & 0xFF;
            if (marker == SEGMENT) {
                at++;
                continue;
            }
            if (marker == START_OF_SCAN) {
                return Optional.empty();
            }
            if (isFrame(marker)) {
                int height = bytes.getShort(at + 5) & 0xFFFF;
                int width = bytes.getShort(at + 7) & 0xFFFF;
                return Optional.of(new PictureHeader(width, height, orientation));
            }
            int length = bytes.getShort(at + 2) & 0xFFFF;
            if (marker == APPLICATION_1) {
                orientation = orientation(bytes, at + 4, length - 2);
            }
            at += 2 + length;
        }
    }

    /** Markers C0 to CF, but for those that hold tables. */
    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private static int orientation(ByteBuffer bytes, int start, int length) {
        if (length < EXIF.length + 8 || !ByteBuffer.wrap(EXIF).equals(bytes.slice(start, EXIF.length))) {
            return 1;
        }
        try {
            ByteBuffer tiff = bytes.slice(start + EXIF.length, length - EXIF.length);
            tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            int directory = tiff.getInt(4);
            int entries = tiff.getShort(directory) & 0xFFFF;
            for (int entry = 0; entry < entries; entry++) {
                int at = directory + 2 + 12 * entry;
                if ((tiff.getShort(at) & 0xFFFF) == ORIENTATION) {
                    int said = tiff.getShort(at + 8) & 0xFFFF;
                    return said >= 1 && said <= 8 ? said : 1;
                }
            }
            return 1;
        } catch (IndexOutOfBoundsException cutShort) {
            return 1;
        }
    }
}
