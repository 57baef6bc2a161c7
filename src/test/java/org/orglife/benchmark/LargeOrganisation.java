package org.orglife.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.TasksCreated;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Fills the database with a Party committee of 1,000 branches and 20,000 members, and with campaigns as large as wanted;
 * statements inside the database make the rows, the same on every run.
 */
class LargeOrganisation {

    /** Of the whole committee, and of the secretary of the branch of 100 members. */
    static final String OFFICE = "bench-office";

    static final String SECRETARY = "bench-secretary";
    static final String PASSWORD = "Yi-qian-ge-zhibu-1000";
    static final long OFFICE_ACCOUNT = 1_000_001;
    static final long ROOT = 1_000_000;
    static final long BRANCH = 1_001_001;

    /** The secretary of that branch; its members have the numbers after his. */
    static final long SECRETARY_MEMBER = 2_000_001;

    private final FlywayConnectionDetails owner;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transaction;
    private final JdbcClient jdbc;

    LargeOrganisation(
            FlywayConnectionDetails owner,
            ApplicationEventPublisher events,
            TransactionOperations transaction,
            JdbcClient jdbc) {
        this.owner = owner;
        this.events = events;
        this.transaction = transaction;
        this.jdbc = jdbc;
    }

    /** Branches, members, seats and two accounts. */
    void organisation() throws IOException, SQLException {
        run(script("organisation.sql"));
        String hash = "{argon2@app}" + new Argon2PasswordEncoder(16, 32, 1, 19_456, 2).encode(PASSWORD);
        account(OFFICE_ACCOUNT, OFFICE, null, hash);
        account(1_000_002, SECRETARY, SECRETARY_MEMBER, hash);
        jdbc.sql("""
                        insert into role_assignment (id, account_id, role, unit_id, from_on)
                        values (1000001, 1000001, 'PARTY_OFFICE', :root, date '2020-01-01')
                        """).param("root", ROOT).update();
    }

    private void account(long id, String username, @Nullable Long member, String hash) {
        jdbc.sql("""
                        insert into account (id, username, display_name, member_id, officer, state, password_hash, one_time, created_at)
                        values (:id, :username, :username, :member, false, 'ACTIVE', :hash, false, now())
                        """)
                .param("id", id)
                .param("username", username)
                .param("member", member)
                .param("hash", hash)
                .update();
    }

    /**
     * A campaign of all branches with its ledger, its figures counted by the application.
     *
     * @param id 1 to 9
     * @param own how many problems in a hundred are the branch's own, the others personal
     */
    void campaign(int id, int problems, int measures, int own) throws IOException, SQLException {
        run(script("campaign.sql")
                .replace(":campaign", String.valueOf(id))
                .replace(":problems", String.valueOf(problems))
                .replace(":measures", String.valueOf(measures))
                .replace(":own", String.valueOf(own)));
        transaction.executeWithoutResult(status -> events.publishEvent(new TasksCreated(id)));
        countSteps(id);
        execute("analyze", true);
    }

    /** As if every branch had been at work: each of the 14 steps has been counted. */
    private void countSteps(int campaign) throws SQLException {
        execute("""
                update task_figures f set steps = (select jsonb_object_agg(d.code, jsonb_build_object(
                    'state', (array['NOT_STARTED', 'IN_PROGRESS', 'DONE'])[1 + (d.id + f.task_id) %% 3],
                    'done', (d.id + f.task_id) %% 20, 'total', 20, 'code', 'study.step.covered', 'arguments', '[7, 20]'::jsonb))
                  from step_definition d where d.campaign_id = %1$d)
                where f.task_id in (select id from branch_task where campaign_id = %1$d)
                """.formatted(campaign), true);
    }

    /** The task of the secretary's branch in a campaign. */
    static long task(int campaign) {
        return campaign * 10_000_000L + BRANCH - ROOT;
    }

    private static String script(String name) throws IOException {
        return new ClassPathResource(name, LargeOrganisation.class).getContentAsString(StandardCharsets.UTF_8);
    }

    private void run(String script) throws SQLException {
        execute(script, false);
        execute("analyze", true);
    }

    private void execute(String script, boolean autoCommit) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(owner.getJdbcUrl(), owner.getUsername(), owner.getPassword());
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(autoCommit);
            statement.execute(script);
            if (!autoCommit) {
                connection.commit();
            }
        }
    }
}
