package org.orglife.database;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/**
 * The passwords of the three database users, made once and kept beside the data, readable by the owner alone.
 *
 * @param superuser of {@code postgres}, used to create the other two
 * @param owner of {@code orglife_owner}, who owns the schema and migrates it
 * @param application of {@code orglife}, who may read and write rows and nothing else
 */
record DatabasePasswords(String superuser, String owner, String application) {

    static DatabasePasswords in(Path directory) throws IOException {
        Path file = directory.resolve("passwords.properties");
        Properties properties = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            }
        } else {
            for (String user : new String[] {"superuser", "owner", "application"}) {
                properties.setProperty(user, random());
            }
            // Written beside and moved into place: a crash leaves no half file.
            Path beside = directory.resolve("passwords.properties.new");
            Files.deleteIfExists(beside);
            createPrivate(beside);
            try (Writer writer = Files.newBufferedWriter(beside)) {
                properties.store(writer, "Passwords of the embedded database");
            }
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return new DatabasePasswords(
                properties.getProperty("superuser"),
                properties.getProperty("owner"),
                properties.getProperty("application"));
    }

    /** Creates an empty file that no other user of the machine may open. */
    static void createPrivate(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(file);
        }
    }

    private static String random() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
