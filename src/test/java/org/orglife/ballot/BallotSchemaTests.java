package org.orglife.ballot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orglife.BallotsAtWork;
import org.orglife.BallotsAtWork.Ballot;
import org.orglife.BallotsAtWork.Open;
import org.orglife.FullApplicationTest;
import org.orglife.MeetingsAtWork;
import org.orglife.People;
import org.orglife.TestDatabase;
import org.orglife.shared.PrintedCode;
import org.orglife.shared.RuleViolationException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What the tables of the ballot can hold, and what the database refuses whoever asks. */
@FullApplicationTest
@Import({MeetingsAtWork.class, BallotsAtWork.class})
class BallotSchemaTests {

    @Autowired
    BallotsAtWork ballots;

    @Autowired
    BallotOpening opening;

    @Autowired
    BallotService service;

    @Autowired
    BallotUrn urn;

    @Autowired
    BallotSchema schema;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JdbcConnectionDetails database;

    @Autowired
    FlywayConnectionDetails owner;

    @Test
    @DisplayName("T-BAL-01: no time, no running number, no way to a person, no copy elsewhere; keys are random")
    void nothingThatCouldTie() {
        assertThat(schema.tables())
                .containsExactly(
                        "ballot_box",
                        "ballot_envelope",
                        "ballot_report",
                        "ballot_slip",
                        "ballot_subject",
                        "ballot_tally");
        assertThat(schema.faults()).isEmpty();
        assertThat(jdbc.sql("""
                                select string_agg(distinct pg_get_expr(d.adbin, d.adrelid), ',') from pg_attrdef d
                                join pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum
                                where d.adrelid::regclass::text like 'ballot\\_%' and a.atttypid = 'uuid'::regtype
                                """).query(String.class).single()).isEqualTo("gen_random_uuid()");
    }

    @ParameterizedTest
    @DisplayName("T-BAL-01: the lint notices what would tie a ballot to a voter")
    @CsvSource(delimiter = '|', textBlock = """
            alter table ballot_envelope add column put_in date                                        | ballot_envelope.put_in date
            alter table ballot_slip add column n bigint generated always as identity                  | ballot_slip.n identity
            alter table ballot_tally add column n2 bigint default (random() * 9)::bigint              | ballot_tally.n2 ((random() * (9)::double precision))::bigint
            alter table ballot_slip add column remark text                                            | ballot_slip.remark is one column too many
            alter table ballot_report add column voter_id bigint                                      | ballot_report.voter_id names somebody or counts changes
            alter table ballot_slip add column x bigint references account (id)                       | ballot_slip refers to account
            create trigger copy after insert on ballot_envelope execute function ballot_box_goes_forward() | ballot_envelope has the trigger copy
            create rule copy as on insert to ballot_envelope do also notify ballots                   | ballot_envelope has the rule copy
            create publication replica for all tables                                                 | ballot_slip is sent to others by replica
            grant update on ballot_tally to public                                                    | ballot_tally can be changed by the application
            create table ballot_voter (id serial)                                                     | ballot_voter.id nextval('ballot_voter_id_seq'::regclass)
            """)
    void theLintNotices(String change, String fault) throws SQLException {
        try (Connection superuser = TestDatabase.asSuperuser(database.getJdbcUrl());
                Statement statement = superuser.createStatement()) {
            superuser.setAutoCommit(false);
            statement.execute("set local lock_timeout = '10s'");
            statement.execute(change);
            statement.execute("set local role orglife");
            JdbcClient inside = JdbcClient.create(new SingleConnectionDataSource(superuser, true));
            assertThat(new BallotSchema(inside).faults()).contains(fault);
            superuser.rollback();
        }
        assertThat(schema.faults()).isEmpty();
    }

    private Open counted() {
        Open open = ballots.opened(6);
        for (int slip = 0; slip < 6; slip++) {
            ballots.cast(open, slip, 1 + slip % 3);
        }
        ballots.close(open);
        ballots.count(open.ballot(), open.code(), 0, PaperCount.none());
        return open;
    }

    private List<String> refusals(UUID box, String... statements) {
        for (String statement : statements) {
            assertThatThrownBy(() -> jdbc.sql(statement).param("box", box).update())
                    .as(statement)
                    .hasStackTraceContaining("ERROR:");
        }
        return List.of(statements);
    }

    private String whole(UUID box) {
        return jdbc.sql("""
                        select concat_ws(' ', (select count(*) from ballot_envelope where box_id = b.id),
                          (select count(*) from ballot_slip where box_id = b.id), b.state, b.wrapped_key is null, b.public_key is null,
                          (select string_agg(t::text, ' ' order by pos, grade) from ballot_tally t where box_id = b.id),
                          (select r::text from ballot_report r where box_id = b.id))
                        from ballot_box b where id = :box
                        """).param("box", box).query(String.class).single();
    }

    @Test
    @DisplayName(
            "T-BAL-17: a counted box holds totals only; the application's own user can neither reopen nor change it")
    void countedForGood() throws SQLException {
        Open open = counted();
        Ballot ballot = open.ballot();
        UUID box = ballots.box(ballot);
        String after = whole(box);
        assertThat(after).startsWith("0 0 COUNTED t t ");
        refused("ballot.state", () -> ballots.count(ballot, open.code(), 0, PaperCount.none()));
        People.actAs(ballot.scrutineer());
        refused(
                "ballot.state",
                () -> opening.open(
                        ballot.task(), open.code(), ballot.scrutineer().scope()));
        refused(
                "ballot.state",
                () -> opening.takeCode(ballot.task(), ballot.scrutineer().scope()));
        assertThat(jdbc.sql("select current_user::text").query(String.class).single())
                .isEqualTo(database.getUsername());
        refusals(
                box,
                "update ballot_tally set n = n + 1 where box_id = :box",
                "delete from ballot_tally where box_id = :box",
                "insert into ballot_tally (box_id, pos, grade, n) values (:box, 1, 5, 0) on conflict do nothing",
                "update ballot_report set electronic = 0 where box_id = :box",
                "delete from ballot_report where box_id = :box",
                "update ballot_subject set name = '别人' where box_id = :box",
                "update ballot_box set state = 'CLOSED' where id = :box",
                "update ballot_box set state = 'OPEN' where id = :box",
                "update ballot_box set present = present + 1 where id = :box",
                "delete from ballot_box where id = :box",
                "insert into ballot_envelope (box_id, sealed) values (:box, decode(repeat('00', 93), 'hex'))");
        assertThat(whole(box)).isEqualTo(after);
        // not even who owns the tables, unless he changes what they are
        try (Connection all =
                        DriverManager.getConnection(database.getJdbcUrl(), owner.getUsername(), owner.getPassword());
                Statement statement = all.createStatement()) {
            assertThatThrownBy(() ->
                            statement.execute("update ballot_box set state = 'CLOSED' where id = '%s'".formatted(box)))
                    .hasMessageContaining("cannot go from COUNTED");
        }
    }

    @Test
    @DisplayName(
            "T-BAL-17: two counts of one box at the same time: one counts, the other is refused, nothing is added twice")
    void twoCountsAtOnce() throws Exception {
        Open open = ballots.opened(6);
        for (int slip = 0; slip < 6; slip++) {
            ballots.cast(open, slip, 2);
        }
        ballots.close(open);
        List<String> ends = AtOnce.run(4, at -> {
            try {
                ballots.count(open.ballot(), open.code(), 0, PaperCount.none());
                return "counted";
            } catch (RuleViolationException refused) {
                return refused.code();
            }
        });
        assertThat(ends).containsOnlyOnce("counted").containsOnly("counted", "ballot.state");
        assertThat(jdbc.sql("select sum(n) from ballot_tally where box_id = :box and grade = 2")
                        .param("box", ballots.box(open.ballot()))
                        .query(Integer.class)
                        .single())
                .isEqualTo(6 * open.lines());
    }

    @Test
    @DisplayName("T-BAL-15: more slips and sheets than people, more sheets back than out: the database refuses")
    void neverMoreThanThere() {
        Open open = ballots.opened(6);
        UUID box = ballots.box(open.ballot());
        refusals(
                box,
                "update ballot_box set issued = present + 1 where id = :box",
                "update ballot_box set sheets = 1 where id = :box",
                "update ballot_box set present = eligible + 1 where id = :box",
                "update ballot_box set present = 5 where id = :box",
                "insert into ballot_slip (box_id, token_hash) select box_id, token_hash from ballot_slip where box_id = :box",
                "insert into ballot_report (box_id, electronic, paper_exchanged, paper_issued, paper_returned, paper_valid,"
                        + " paper_invalid, slips_returned, slips_missing, confirmed_teller, confirmed_scrutineer)"
                        + " values (:box, 6, 0, 0, 0, 0, 0, 0, 0, true, true)");
        ballots.close(open);
        for (String report :
                List.of("0, 1, 1, 0, 0, 0", "2, 2, 1, 0, 0, 0", "1, 1, 1, -1, 0, 0", "0, 0, 0, 0, -1, 0")) {
            refusals(
                    box,
                    "insert into ballot_report (box_id, electronic, paper_exchanged, paper_issued, paper_returned,"
                            + " paper_valid, paper_invalid, slips_returned, slips_missing, confirmed_teller,"
                            + " confirmed_scrutineer) values (:box, 0, 0, " + report + ", true, true)");
        }
        refused(
                "ballot.count.paper",
                () -> ballots.count(open.ballot(), open.code(), 6, BallotsAtWork.sheets(1, 0, open.lines(), 1)));
        ballots.count(open.ballot(), open.code(), 6, PaperCount.none());
    }

    @Test
    @DisplayName("T-BAL-15: a slip that was put into the tables past the application makes the ballot void, not valid")
    void slippedIn() {
        Open open = ballots.opened(6);
        Ballot ballot = open.ballot();
        String forged = PrintedCode.next();
        jdbc.sql("insert into ballot_slip (box_id, token_hash) values (:box, :hash)")
                .param("box", ballots.box(ballot))
                .param("hash", PrintedCode.hash(forged))
                .update();
        for (int slip = 0; slip < 5; slip++) {
            ballots.cast(open, slip, 1);
        }
        urn.cast(forged, PrintedCode.next(), Collections.nCopies(open.lines(), 4));
        ballots.close(open);
        refused("ballot.count.mismatch", () -> ballots.count(ballot, open.code(), 1, PaperCount.none()));
        People.actAs(ballot.secretary());
        service.discard(ballot.task(), VoidReason.MISMATCH, ballot.secretary().scope());
    }

    private static void refused(String code, Runnable what) {
        assertThatExceptionOfType(RuleViolationException.class)
                .isThrownBy(what::run)
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
