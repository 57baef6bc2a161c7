package org.orglife.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * A PostgreSQL server of this application's own. Data survives restarts and crashes (fsync is on), a server orphaned by
 * {@code kill -9} is stopped first, and a second application on the same directory is refused.
 */
final class EmbeddedDatabase implements AutoCloseable {

    /** What the server itself has to say, in the directory; begun anew at each start. */
    static final String LOG = "server.log";

    /** Stands in the directory as long as the server's files are being laid out for the first time. */
    static final String UNFINISHED = "unfinished";

    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);

    private final DatabasePasswords passwords;
    private final FileChannel lockFile;
    private final EmbeddedPostgres server;

    /**
     * Starts the server; see {@link EmbeddedDatabaseProperties} for what may be set.
     *
     * @throws DatabaseInUseException if another application runs on this directory
     * @throws DatabaseStartException if the server does not come up
     */
    EmbeddedDatabase(EmbeddedDatabaseProperties properties) {
        Path directory = properties.directory().toAbsolutePath().normalize();
        FileChannel held = null;
        try {
            Files.createDirectories(directory);
            held = lock(directory);
            this.lockFile = held;
            Path data = directory.resolve("postgresql");
            OrphanedServer.stop(data, properties.startUpWait());
            prepare(directory, data);
            this.passwords = DatabasePasswords.in(directory);
            this.server = start(properties, directory, data);
            DatabaseUsers.create(
                    server.getPostgresDatabase(), server.getDatabase("postgres", DatabaseUsers.DATABASE), passwords);
            Files.deleteIfExists(directory.resolve(UNFINISHED));
        } catch (IOException | SQLException | IllegalStateException failed) {
            release(held);
            throw new DatabaseStartException(directory, failed);
        }
        log.info("The embedded database runs on port {}, its data is in {}", server.getPort(), directory);
    }

    /**
     * Removes what a first start has left that was interrupted before the server could be used: it looks like a data
     * directory and never is one. Nobody's data can be in it.
     */
    private static void prepare(Path directory, Path data) throws IOException {
        Path unfinished = directory.resolve(UNFINISHED);
        if (Files.exists(unfinished)) {
            FileSystemUtils.deleteRecursively(data);
        } else if (!Files.exists(data)) {
            Files.createFile(unfinished);
        }
        Files.deleteIfExists(directory.resolve(LOG));
    }

    private static void release(@Nullable FileChannel held) {
        if (held != null) {
            try {
                held.close();
            } catch (IOException ignored) {
                // the end of the process releases it as well
            }
        }
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(server.getPort(), DatabaseUsers.DATABASE);
    }

    DatabasePasswords passwords() {
        return passwords;
    }

    @Override
    public void close() throws IOException {
        server.close();
        lockFile.close();
    }

    private static FileChannel lock(Path directory) throws IOException {
        FileChannel channel =
                FileChannel.open(directory.resolve("in-use.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            throw new DatabaseInUseException(directory);
        }
        return channel;
    }

    /** Held until the channel closes, at the latest when the process ends, however it ends. */
    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    private EmbeddedPostgres start(EmbeddedDatabaseProperties properties, Path directory, Path data)
            throws IOException {
        Path password = Files.createTempFile(directory, "initdb", ".password");
        try {
            Files.writeString(password, passwords.superuser());
            ProcessBuilder.Redirect toLog =
                    ProcessBuilder.Redirect.appendTo(directory.resolve(LOG).toFile());
            return EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    // The library empties this directory at will: binaries only, never data.
                    .setOverrideWorkingDirectory(directory.resolve("binaries").toFile())
                    .setCleanDataDirectory(false)
                    .setOutputRedirector(toLog)
                    .setErrorRedirector(toLog)
                    .setRegisterShutdownHook(false)
                    .setPGStartupWait(properties.startUpWait())
                    .setPort(properties.port())
                    .setLocaleConfig("locale", "C.UTF-8")
                    .setLocaleConfig("auth-host", "scram-sha-256")
                    .setLocaleConfig("auth-local", "scram-sha-256")
                    .setLocaleConfig("pwfile", password.toString())
                    .setConnectConfig("password", passwords.superuser())
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("max_connections", "50")
                    .setServerConfig("log_checkpoints", "off")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("unix_socket_directories", "''")
                    .start();
        } finally {
            Files.deleteIfExists(password);
        }
    }
}
