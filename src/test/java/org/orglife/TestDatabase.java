package org.orglife;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * A real PostgreSQL for every test: in a container where a Docker engine answers, otherwise the embedded one; one server
 * a run, one database a context. The application's user has as few rights as in a real deployment.
 * {@code -Dorglife.test.database=container|embedded} forces either.
 */
@TestConfiguration(proxyBeanMethods = false)
public class TestDatabase {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    /** How to reach the server as superuser: an address up to the name of the database, and who. */
    record Server(String address, String user, String password) {}

    private static final class Holder {
        static final Server SERVER = start();
    }

    @Bean
    static Context database() {
        return Context.create();
    }

    @Bean
    JdbcConnectionDetails applicationConnection(Context database) {
        return new Application(database.url(), "orglife", "orglife");
    }

    @Bean
    FlywayConnectionDetails ownerConnection(Context database) {
        return new Owner(database.url(), "orglife_owner", "orglife_owner");
    }

    /** Counts statements, so that a test can say how many a page may send. */
    @Bean
    static BeanPostProcessor statementCounter() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof HikariDataSource pool ? Statements.counting(pool) : bean;
            }
        };
    }

    private record Application(String getJdbcUrl, String getUsername, String getPassword)
            implements JdbcConnectionDetails {}

    private record Owner(String getJdbcUrl, String getUsername, String getPassword)
            implements FlywayConnectionDetails {}

    /** A fresh database on the server of this run. */
    record Context(String url) {

        static Context create() {
            String name = "test_" + DATABASES.incrementAndGet();
            Server server = Holder.SERVER;
            try {
                try (Connection connection = connect(server, "postgres");
                        Statement statement = connection.createStatement()) {
                    statement.execute("create database " + name + " owner orglife_owner");
                }
                try (Connection connection = connect(server, name);
                        Statement statement = connection.createStatement()) {
                    statement.execute("alter schema public owner to orglife_owner");
                    statement.execute("grant usage on schema public to orglife");
                    String defaults = "alter default privileges for role orglife_owner in schema public ";
                    statement.execute(defaults + "grant select, insert, update, delete on tables to orglife");
                    statement.execute(defaults + "grant usage on sequences to orglife");
                }
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
            return new Context(server.address() + name);
        }
    }

    /** The server past every right, for tests that look where an attacker would look. */
    public static Connection asSuperuser(String url) throws SQLException {
        return DriverManager.getConnection(url, Holder.SERVER.user(), Holder.SERVER.password());
    }

    private static Connection connect(Server server, String database) throws SQLException {
        return DriverManager.getConnection(server.address() + database, server.user(), server.password());
    }

    private static Server start() {
        Server server = useContainer() ? container() : embedded();
        try (Connection connection = connect(server, "postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("create role orglife_owner login password 'orglife_owner'");
            statement.execute("create role orglife login password 'orglife'");
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return server;
    }

    private static boolean useContainer() {
        String forced = System.getProperty("orglife.test.database", "");
        return forced.isEmpty() ? DockerClientFactory.instance().isDockerAvailable() : forced.equals("container");
    }

    @SuppressWarnings("resource") // lives as long as the run
    private static Server container() {
        PostgreSQLContainer container = new PostgreSQLContainer("postgres:18-alpine")
                .withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=200");
        container.start();
        String url = container.getJdbcUrl();
        return new Server(url.substring(0, url.lastIndexOf('/') + 1), container.getUsername(), container.getPassword());
    }

    @SuppressWarnings("resource") // lives as long as the run
    private static Server embedded() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setLocaleConfig("locale", "C.UTF-8")
                    .setServerConfig("max_connections", "200")
                    .start();
            return new Server("jdbc:postgresql://127.0.0.1:%d/".formatted(server.getPort()), "postgres", "postgres");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
