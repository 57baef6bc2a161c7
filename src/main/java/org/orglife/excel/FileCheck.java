package org.orglife.excel;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Tells from the first and the last bytes what kind of file it is, before anything is unpacked. */
final class FileCheck {

    private static final int END_RECORD = 0x06054b50;
    private static final int END_RECORD_BYTES = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int ZIP64_LOCATOR = 0x07064b50;
    private static final int ZIP64_LOCATOR_BYTES = 20;
    private static final int DIRECTORY_ENTRY = 0x02014b50;
    private static final int DIRECTORY_ENTRY_BYTES = 46;

    private FileCheck() {}

    /** Accepts a zip with at most so many entries; names everything else for what it is. */
    static void requireZip(Path file, int entries) throws IOException {
        if (Files.size(file) == 0) {
            throw new UnreadableWorkbookException("excel.file.empty");
        }
        switch (FileMagic.valueOf(file.toFile())) {
            case OOXML -> requireFewEntries(file, entries);
            case OLE2 -> throw new UnreadableWorkbookException(oldFormat(file));
            case BIFF2, BIFF3, BIFF4 -> throw new UnreadableWorkbookException("excel.file.old-format");
            default -> throw new UnreadableWorkbookException("excel.file.not-xlsx");
        }
    }

    /** A password turns an .xlsx into an OLE2 container, the same outer shape as the .xls of 1997. */
    private static String oldFormat(Path file) {
        try (POIFSFileSystem container = new POIFSFileSystem(file.toFile(), true)) {
            if (container.getRoot().hasEntryCaseInsensitive("EncryptedPackage")) {
                return "excel.file.encrypted";
            }
            boolean workbook = container.getRoot().hasEntryCaseInsensitive("Workbook")
                    || container.getRoot().hasEntryCaseInsensitive("Book");
            return workbook ? "excel.file.old-format" : "excel.file.not-xlsx";
        } catch (IOException | RuntimeException e) {
            // Whatever POI trips over in a broken container, the user can do only one thing about it.
            throw UnreadableWorkbookException.damaged(e);
        }
    }

    /**
     * Counts the entries in the zip's directory one by one. The zip library would read all of them into memory first,
     * whatever number the end record claims.
     */
    private static void requireFewEntries(Path file, int most) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            long end = endRecord(channel);
            if (end < 0) {
                throw new UnreadableWorkbookException("excel.file.damaged");
            }
            if (end >= ZIP64_LOCATOR_BYTES
                    && read(channel, end - ZIP64_LOCATOR_BYTES, 4).getInt() == ZIP64_LOCATOR) {
                throw new UnreadableWorkbookException("excel.file.unusual");
            }
            ByteBuffer record = read(channel, end, END_RECORD_BYTES);
            long size = Integer.toUnsignedLong(record.getInt(12));
            long offset = Integer.toUnsignedLong(record.getInt(16));
            long position = offset + Math.max(0, end - size - offset);
            int entries = 0;
            while (position + DIRECTORY_ENTRY_BYTES <= channel.size()) {
                ByteBuffer entry = read(channel, position, DIRECTORY_ENTRY_BYTES);
                if (entry.getInt(0) != DIRECTORY_ENTRY) {
                    return;
                }
                if (++entries > most) {
                    throw new UnreadableWorkbookException("excel.file.too-many-entries");
                }
                position += DIRECTORY_ENTRY_BYTES
                        + Short.toUnsignedInt(entry.getShort(28))
                        + Short.toUnsignedInt(entry.getShort(30))
                        + Short.toUnsignedInt(entry.getShort(32));
            }
        }
    }

    private static long endRecord(SeekableByteChannel channel) throws IOException {
        long from = Math.max(0, channel.size() - END_RECORD_BYTES - LONGEST_COMMENT);
        ByteBuffer tail = read(channel, from, (int) (channel.size() - from));
        for (int i = tail.limit() - END_RECORD_BYTES; i >= 0; i--) {
            if (tail.getInt(i) == END_RECORD) {
                return from + i;
            }
        }
        return -1;
    }

    private static ByteBuffer read(SeekableByteChannel channel, long position, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        channel.position(position);
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
            // Read on until the buffer is full or the file ends.
        }
        return bytes.flip();
    }
}
