package org.orglife.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orglife.shared.NotFoundException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps files. A file is written whole and synced before its row is, so that a row never points to half a file; what a
 * crash leaves on disk without a row is swept up later.
 */
@Service
public class FileStore {

    private static final Logger log = LoggerFactory.getLogger(FileStore.class);
    private static final int LONGEST_NAME = 120;

    /** A file without a row is not touched before this age: its row may be on its way. */
    private static final Duration GRACE = Duration.ofHours(24);

    private final Path directory;
    private final StoredFileRepository files;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    FileStore(FileProperties properties, StoredFileRepository files, Clock clock) throws IOException {
        this.directory =
                Files.createDirectories(properties.files().toAbsolutePath().normalize());
        this.files = files;
        this.clock = clock;
    }

    /** Writes the contents of a file that is being made here. */
    @FunctionalInterface
    public interface Writer {
        void write(OutputStream out) throws IOException;
    }

    /**
     * Takes a file in.
     *
     * @param name as its owner calls it; cut to 120 characters, path and control characters removed
     * @param keep how long it stays
     */
    @Transactional
    public StoredFile store(long ownerId, String name, InputStream contents, Duration keep) throws IOException {
        MessageDigest digest = sha256();
        String storedName = randomName();
        Path beside = directory.resolve(storedName + ".part");
        try (InputStream in = new DigestInputStream(contents, digest)) {
            Files.copy(in, beside);
        }
        return keep(ownerId, name, storedName, beside, digest, keep);
    }

    /** Keeps a file that was looked into, until it is removed. */
    @Transactional
    public StoredFile keep(long ownerId, CheckedFile file) throws IOException {
        MessageDigest digest = sha256();
        String storedName = randomName();
        Path beside = directory.resolve(storedName + ".part");
        try (InputStream in = new DigestInputStream(file.open(), digest)) {
            Files.copy(in, beside);
        }
        return keep(ownerId, file.name(), storedName, beside, digest, null);
    }

    /** Keeps a file that is made on the spot. */
    @Transactional
    public StoredFile make(long ownerId, String name, Duration keep, Writer writer) throws IOException {
        MessageDigest digest = sha256();
        String storedName = randomName();
        Path beside = directory.resolve(storedName + ".part");
        try (OutputStream out = new DigestOutputStream(
                Files.newOutputStream(beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), digest)) {
            writer.write(out);
        } catch (IOException | RuntimeException failed) {
            Files.deleteIfExists(beside);
            throw failed;
        }
        return keep(ownerId, name, storedName, beside, digest, keep);
    }

    private StoredFile keep(
            long ownerId, String name, String storedName, Path beside, MessageDigest digest, @Nullable Duration keep)
            throws IOException {
        try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Path place = directory.resolve(storedName);
        Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE);
        return files.save(new StoredFile(
                ownerId,
                storedName,
                shown(name),
                Files.size(place),
                digest.digest(),
                clock.instant(),
                keep == null ? null : clock.instant().plus(keep)));
    }

    /**
     * What is known of a file.
     *
     * @throws NotFoundException if there is none of that id, or it belongs to somebody else
     */
    @Transactional(readOnly = true)
    public StoredFile get(long id, long ownerId) {
        return files.findById(id)
                .filter(file -> file.getOwnerId() == ownerId)
                .orElseThrow(() -> new NotFoundException(StoredFile.class, id));
    }

    /**
     * Where a file lies, for reading.
     *
     * @throws NotFoundException if it is not on disk any more
     */
    @Transactional(readOnly = true)
    public Path path(long id) {
        Path place = files.findById(id)
                .map(file -> directory.resolve(file.getStoredName()))
                .orElseThrow(() -> new NotFoundException(StoredFile.class, id));
        if (!Files.exists(place)) {
            throw new NotFoundException(StoredFile.class, id);
        }
        return place;
    }

    /** Removes a file, row and bytes. */
    @Transactional
    public void remove(long id) {
        files.findById(id).ifPresent(file -> {
            files.delete(file);
            delete(directory.resolve(file.getStoredName()));
        });
    }

    /** Removes files whose time is over, and bytes that no row knows. */
    @Transactional
    public void sweep() {
        List<StoredFile> expired = files.expired(clock.instant());
        expired.forEach(file -> {
            files.delete(file);
            delete(directory.resolve(file.getStoredName()));
        });
        try (Stream<Path> onDisk = Files.list(directory)) {
            onDisk.filter(this::isStray).forEach(FileStore::delete);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private boolean isStray(Path file) {
        String name = file.getFileName().toString();
        try {
            boolean young = Files.getLastModifiedTime(file)
                            .compareTo(FileTime.from(clock.instant().minus(GRACE)))
                    > 0;
            boolean ours = name.matches("[0-9a-f]{32}(\\.part)?");
            return ours
                    && !young
                    && (name.endsWith(".part") || files.findByStoredName(name).isEmpty());
        } catch (IOException vanished) {
            return false;
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failed) {
            log.warn(
                    "A file that is no longer needed cannot be removed and will be swept up later: {}",
                    file.getFileName());
        }
    }

    private String randomName() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    static String shown(String name) {
        String base = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String clean = base.replaceAll("[\\p{Cntrl}\\u202A-\\u202E\\u2066-\\u2069\"<>|:*?]", "")
                .strip();
        if (clean.isEmpty()) {
            return "file";
        }
        int length = clean.codePointCount(0, clean.length());
        return length <= LONGEST_NAME ? clean : clean.substring(clean.offsetByCodePoints(0, length - LONGEST_NAME));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
