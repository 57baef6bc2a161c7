package org.orglife.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * The two users and the database of a fresh server. The owner migrates; the application gets rows and nothing else, so
 * that a hole in it cannot drop a table or disable a trigger. A server deployment does the same in its init script.
 */
final class DatabaseUsers {

    static final String OWNER = "orglife_owner";
    static final String APPLICATION = "orglife";
    static final String DATABASE = "orglife";

    private DatabaseUsers() {}

    /**
     * Creates what is missing; does nothing on a server that has it all.
     *
     * @param superuser connects to the maintenance database
     * @param inDatabase connects, as superuser, to {@link #DATABASE}
     */
    static void create(DataSource superuser, DataSource inDatabase, DatabasePasswords passwords) throws SQLException {
        try (Connection connection = superuser.getConnection();
                Statement statement = connection.createStatement()) {
            createUser(statement, OWNER, passwords.owner());
            createUser(statement, APPLICATION, passwords.application());
            if (!exists(statement, "select 1 from pg_database where datname = '" + DATABASE + "'")) {
                statement.execute("create database " + DATABASE + " owner " + OWNER);
            }
        }
        try (Connection connection = inDatabase.getConnection();
                Statement statement = connection.createStatement()) {
            grant(statement);
        }
    }

    /** What the application's user may do with everything the owner creates from now on. */
    static void grant(Statement statement) throws SQLException {
        statement.execute("alter schema public owner to " + OWNER);
        statement.execute("revoke create on schema public from public");
        statement.execute("grant usage on schema public to " + APPLICATION);
        String defaults = "alter default privileges for role " + OWNER + " in schema public ";
        statement.execute(defaults + "grant select, insert, update, delete on tables to " + APPLICATION);
        statement.execute(defaults + "grant usage on sequences to " + APPLICATION);
    }

    private static void createUser(Statement statement, String name, String password) throws SQLException {
        if (!exists(statement, "select 1 from pg_roles where rolname = '" + name + "'")) {
            statement.execute("create role " + name + " login");
        }
        statement.execute("alter role " + name + " password '" + password + "'");
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet result = statement.executeQuery(query)) {
            return result.next();
        }
    }
}
