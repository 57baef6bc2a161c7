package org.orglife.sealing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Finds the key. On a server a missing key stops the start; only the embedded database makes its own. */
@Configuration(proxyBeanMethods = false)
class SealingConfiguration {

    private static final Logger log = LoggerFactory.getLogger(SealingConfiguration.class);
    private static final Path OWN_KEY = Path.of("orglife.key");

    @Bean
    Sealer sealer(SealingProperties properties, @Value("${spring.datasource.url:#{null}}") @Nullable String databaseUrl)
            throws IOException {
        Path file = properties.file();
        if (file == null && databaseUrl != null) {
            throw KeyException.notNamed();
        }
        if (file == null) {
            file = OWN_KEY.toAbsolutePath();
            if (!Files.exists(file)) {
                create(file);
            }
        }
        return new Sealer(read(file));
    }

    private static byte[] read(Path file) {
        byte[] key;
        try {
            key = Files.readAllBytes(file);
        } catch (IOException failed) {
            throw KeyException.unreadable(file.toAbsolutePath());
        }
        if (key.length != Sealer.KEY_BYTES) {
            throw KeyException.wrongLength(file.toAbsolutePath(), key.length);
        }
        return key;
    }

    /** Written beside and moved into place, so that a crash leaves no half key. */
    private static void create(Path file) throws IOException {
        byte[] key = new byte[Sealer.KEY_BYTES];
        new SecureRandom().nextBytes(key);
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        Files.write(beside, key);
        if (beside.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(beside, PosixFilePermissions.fromString("rw-------"));
        }
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        log.info("Made a key for sealed fields: {}. Keep it apart from the data and its backups.", file);
    }
}
