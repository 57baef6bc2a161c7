package org.orglife.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.orglife.shared.RuleViolationException;

/** Looks into documents and workbooks: no macros, nothing fetched from elsewhere, nothing that swells when unpacked. */
final class OfficeFiles {

    private static final int MOST_ENTRIES = 5_000;
    private static final long MOST_UNPACKED = 300L * 1024 * 1024;
    private static final int LONGEST_PART = 2 * 1024 * 1024;
    private static final Pattern RELATIONSHIP = Pattern.compile("<[\\w:]*Relationship\\b[^>]*>");

    private OfficeFiles() {}

    static void check(FileKind kind, byte[] contents) {
        try {
            Path unpacked = Files.createTempFile("check", null);
            try {
                Files.write(unpacked, contents);
                look(kind, unpacked);
            } finally {
                Files.deleteIfExists(unpacked);
            }
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new RuleViolationException("attachment.broken");
        }
    }

    private static void look(FileKind kind, Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            List<? extends ZipEntry> entries =
                    zip.stream().limit(MOST_ENTRIES + 1L).toList();
            long unpacked = entries.stream()
                    .mapToLong(entry -> Math.max(0, entry.getSize()))
                    .sum();
            if (entries.size() > MOST_ENTRIES || unpacked > MOST_UNPACKED) {
                throw new RuleViolationException("attachment.broken");
            }
            ZipEntry types = zip.getEntry("[Content_Types].xml");
            String declared = types == null ? "" : text(zip, types);
            if (declared.contains("macroEnabled")
                    || entries.stream().anyMatch(entry -> lower(entry).endsWith("vbaproject.bin"))) {
                throw new RuleViolationException("attachment.macros");
            }
            if (!declared.contains(
                    kind == FileKind.DOCX ? "wordprocessingml.document.main" : "spreadsheetml.sheet.main")) {
                throw new RuleViolationException("attachment.other");
            }
            for (ZipEntry entry : entries) {
                if (lower(entry).endsWith(".rels")) {
                    requireNothingFetched(text(zip, entry));
                }
            }
        }
    }

    /** Links that a reader clicks are no harm; templates, frames and pictures from elsewhere are fetched unasked. */
    private static void requireNothingFetched(String relationships) {
        boolean fetched = RELATIONSHIP
                .matcher(relationships)
                .results()
                .map(found -> found.group().toLowerCase(Locale.ROOT))
                .anyMatch(found -> found.contains("external") && !found.contains("/hyperlink"));
        if (fetched) {
            throw new RuleViolationException("attachment.linked");
        }
    }

    private static String lower(ZipEntry entry) {
        return entry.getName().toLowerCase(Locale.ROOT);
    }

    /** A part that is longer than any honest one, or not in UTF-8, is not read. */
    private static String text(ZipFile zip, ZipEntry entry) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes(LONGEST_PART + 1);
            String text = new String(bytes, StandardCharsets.UTF_8);
            if (bytes.length > LONGEST_PART || text.indexOf('\0') >= 0) {
                throw new RuleViolationException("attachment.broken");
            }
            return text;
        }
    }
}
