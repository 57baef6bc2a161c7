package org.orglife.attachment;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What may be put beside a record. */
public enum FileKind {
    PDF("pdf"),
    JPEG("jpg|jpeg"),
    PNG("png"),
    DOCX("docx"),
    XLSX("xlsx");

    private final String extensions;

    /**
     * @param extensions what a name may end with, as a pattern
     */
    FileKind(String extensions) {
        this.extensions = extensions;
    }

    /** The kind that the end of a name promises. */
    static Optional<FileKind> promisedBy(String name) {
        int dot = name.lastIndexOf('.');
        String extension = dot < 0 ? "" : name.substring(dot + 1).strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(kind -> extension.matches(kind.extensions))
                .findFirst();
    }

    boolean isPicture() {
        return this == JPEG || this == PNG;
    }
}
