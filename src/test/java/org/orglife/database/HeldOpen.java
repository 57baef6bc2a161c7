package org.orglife.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;

/** A process that starts the embedded database, writes one row, says so and waits to be killed. */
final class HeldOpen {

    static final String WRITTEN = "written";

    private HeldOpen() {}

    @SuppressWarnings("resource") // killed, never closed: that is the point
    public static void main(String[] args) throws Exception {
        EmbeddedDatabase database =
                new EmbeddedDatabase(new EmbeddedDatabaseProperties(Path.of(args[0]), 0, Duration.ofSeconds(60)));
        try (Connection owner = DriverManager.getConnection(
                        database.url(),
                        DatabaseUsers.OWNER,
                        database.passwords().owner());
                Statement statement = owner.createStatement()) {
            statement.execute("create table kept (word text)");
            statement.execute("insert into kept values ('committed')");
            owner.setAutoCommit(false);
            statement.execute("insert into kept values ('under way')");
            System.out.println(WRITTEN);
            Thread.sleep(Duration.ofMinutes(5).toMillis());
        }
    }
}
