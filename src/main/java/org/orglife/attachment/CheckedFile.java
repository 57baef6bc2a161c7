package org.orglife.attachment;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** A file that was looked into and found to be what it says; pictures without the place where they were taken. */
public final class CheckedFile {

    private final FileKind kind;
    private final String name;
    private final byte[] contents;

    CheckedFile(FileKind kind, String name, byte[] contents) {
        this.kind = kind;
        this.name = name;
        this.contents = contents;
    }

    public FileKind kind() {
        return kind;
    }

    /** As its owner calls it: 1 to 120 characters, without path and control characters. */
    public String name() {
        return name;
    }

    /** Bytes, 1 to 20 MB. */
    public long size() {
        return contents.length;
    }

    public InputStream open() {
        return new ByteArrayInputStream(contents);
    }

    /** SHA-256 of what is kept. */
    public byte[] digest() {
        return FileStore.sha256().digest(contents);
    }
}
