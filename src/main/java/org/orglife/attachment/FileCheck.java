package org.orglife.attachment;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.orglife.shared.RuleViolationException;
import org.springframework.stereotype.Component;

/**
 * Looks into files before they are kept: a name proves nothing. The end of the name, the first bytes and what is inside
 * have to agree; pictures are drawn anew, which leaves out where they were taken and whatever was hidden behind them.
 */
@Component
public class FileCheck {

    /** Bytes of the largest file. */
    public static final int MOST_BYTES = 20 * 1024 * 1024;

    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte[] ZIP = {'P', 'K', 3, 4};

    private final Pictures pictures;

    FileCheck(Pictures pictures) {
        this.pictures = pictures;
    }

    /**
     * Looks into a file.
     *
     * @param name as its owner calls it
     * @throws RuleViolationException {@code attachment.empty}, {@code attachment.too-large}, {@code attachment.kind} if
     *     nothing of that name may be kept, {@code attachment.other} if it is not what its name says,
     *     {@code attachment.macros}, {@code attachment.linked}, {@code attachment.broken}, {@code attachment.pixels},
     *     {@code attachment.picture}
     */
    public CheckedFile check(String name, byte[] contents) {
        if (contents.length == 0) {
            throw new RuleViolationException("attachment.empty");
        }
        if (contents.length > MOST_BYTES) {
            throw new RuleViolationException("attachment.too-large");
        }
        String shown = FileStore.shown(name);
        FileKind kind = FileKind.promisedBy(shown).orElseThrow(() -> new RuleViolationException("attachment.kind"));
        if (!startsWith(contents, firstBytes(kind))) {
            throw new RuleViolationException("attachment.other");
        }
        return new CheckedFile(kind, shown, inside(kind, contents));
    }

    private byte[] inside(FileKind kind, byte[] contents) {
        if (kind.isPicture()) {
            byte[] drawn = pictures.drawnAnew(kind, contents);
            if (drawn.length > MOST_BYTES) {
                throw new RuleViolationException("attachment.too-large");
            }
            return drawn;
        }
        if (kind == FileKind.DOCX || kind == FileKind.XLSX) {
            OfficeFiles.check(kind, contents);
        }
        return contents;
    }

    private static byte[] firstBytes(FileKind kind) {
        return switch (kind) {
            case PDF -> PDF;
            case JPEG -> JPEG;
            case PNG -> PNG;
            case DOCX, XLSX -> ZIP;
        };
    }

    private static boolean startsWith(byte[] contents, byte[] first) {
        return contents.length >= first.length && Arrays.equals(contents, 0, first.length, first, 0, first.length);
    }
}
