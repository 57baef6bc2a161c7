package org.orglife.ballot;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.orglife.audit.AuditTrail;
import org.orglife.shared.PrintedCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Attacks the ballot box of this very installation: votes are cast by the real statements into the real tables and tied to
 * slips by whatever SELECT shows, then all is taken back. The same is done to naive tables, so that a result of nought
 * means something. It sees what the application's own user sees; files and logs of the server are for tests.
 */
@Service
public class BallotSelfCheck {

    /** Ballots that are tried. */
    public static final int BALLOTS = 40;

    private static final int SUBJECTS = 5;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final BallotSchema schema;
    private final BallotStore store;
    private final BallotUrn urn;
    private final TransactionOperations transaction;
    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    BallotSelfCheck(
            BallotSchema schema,
            BallotStore store,
            BallotUrn urn,
            TransactionOperations transaction,
            JdbcClient jdbc,
            AuditTrail audit,
            Clock clock) {
        this.schema = schema;
        this.store = store;
        this.urn = urn;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** The last result; empty as long as nobody has asked for one. */
    @Transactional(readOnly = true)
    public Optional<SecrecyCheck> last() {
        return jdbc.sql("select checked_on, tried, attributed, attributed_naively, findings from secrecy_check"
                        + " order by id desc limit 1")
                .query((row, number) -> new SecrecyCheck(
                        row.getObject(1, LocalDate.class),
                        row.getInt(2),
                        row.getInt(3),
                        row.getInt(4),
                        row.getString(5).lines().toList()))
                .optional();
    }

    /** Attacks, and keeps what came out. */
    public SecrecyCheck check() {
        List<String> findings = new ArrayList<>(schema.faults());
        int[] attributed = new int[2];
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            attributed[0] = attackBox();
            attributed[1] = attackNaively();
        });
        SecrecyCheck check = new SecrecyCheck(LocalDate.now(clock), BALLOTS, attributed[0], attributed[1], findings);
        transaction.executeWithoutResult(status -> keep(check));
        return check;
    }

    private void keep(SecrecyCheck check) {
        jdbc.sql("""
                        insert into secrecy_check (checked_on, tried, attributed, attributed_naively, findings)
                        values (:on, :tried, :attributed, :naively, :findings)
                        """)
                .param("on", check.checkedOn())
                .param("tried", check.tried())
                .param("attributed", check.attributed())
                .param("naively", check.attributedNaively())
                .param("findings", String.join("\n", check.findings()))
                .update();
        audit.record(BallotAction.SECRECY_CHECKED, BallotService.TYPE, "", null);
    }

    /** Ballots of which no two are equal. */
    private static List<byte[]> ballots() {
        Map<String, byte[]> ballots = new LinkedHashMap<>();
        while (ballots.size() < BALLOTS) {
            byte[] grades = new byte[SUBJECTS];
            for (int at = 0; at < SUBJECTS; at++) {
                grades[at] = (byte) (1 + RANDOM.nextInt(SubjectKind.GRADES.size()));
            }
            ballots.putIfAbsent(Arrays.toString(grades), grades);
        }
        return List.copyOf(ballots.values());
    }

    /** In a transaction of its own as far as the table can tell: a savepoint has a number too. */
    private void apart(Runnable vote) {
        jdbc.sql("savepoint vote").update();
        vote.run();
        jdbc.sql("release savepoint vote").update();
    }

    private int attackBox() {
        jdbc.sql(
                        "set constraints ballot_box_meeting_id_fkey, ballot_box_created_by_fkey, ballot_box_scrutineer_id_fkey,"
                                + " ballot_box_teller_id_fkey deferred")
                .update();
        UUID box = jdbc.sql("""
                        insert into ballot_box (meeting_id, mode, created_by, scrutineer_id, teller_id, scrutineer, teller, eligible,
                          present, subjects)
                        values (-1, 'SLIPS', -1, -2, -3, '监票人', '计票人', :ballots, :ballots, :subjects) returning id
                        """)
                .param("ballots", BALLOTS)
                .param("subjects", SUBJECTS)
                .query(UUID.class)
                .single();
        List<String> codes = new ArrayList<>();
        IntStream.range(0, BALLOTS).forEach(at -> codes.add(PrintedCode.next()));
        store.issue(box, BallotState.ISSUED, BALLOTS, BALLOTS, BALLOTS, 0);
        store.addSlips(box, codes);
        BallotSeal.Keys keys = BallotSeal.newKeys(PrintedCode.next(), box);
        store.giveKeys(box, keys, SUBJECTS);
        store.moveTo(box, BallotState.OPEN);
        Map<String, byte[]> cast = new LinkedHashMap<>();
        List<byte[]> ballots = ballots();
        for (int voter = 0; voter < BALLOTS; voter++) {
            byte[] grades = ballots.get(voter);
            byte[] hash = PrintedCode.hash(codes.get(voter));
            byte[] sealed = BallotSeal.seal(grades, keys.publicKey(), box);
            cast.put(HexFormat.of().formatHex(hash), grades);
            apart(() -> urn.put(box, hash, PrintedCode.hash(PrintedCode.next()), sealed));
        }
        List<Tied> byWriter = jdbc.sql("""
                        select encode(s.token_hash, 'hex') mark, encode(e.sealed, 'hex') found from ballot_slip s
                        join ballot_envelope e on e.xmin = s.xmin where s.box_id = :box and e.box_id = :box
                        """).param("box", box).query(Tied.class).list();
        List<Tied> byOrder = inOrder(
                jdbc.sql(
                                "select encode(token_hash, 'hex') from ballot_slip where box_id = :box and state = 'U' order by ctid")
                        .param("box", box)
                        .query(String.class)
                        .list(),
                jdbc.sql("select encode(sealed, 'hex') from ballot_envelope where box_id = :box order by ctid")
                        .param("box", box)
                        .query(String.class)
                        .list());
        return attributed(cast, byWriter, byOrder);
    }

    private int attackNaively() {
        Map<String, byte[]> cast = new LinkedHashMap<>();
        List<byte[]> ballots = ballots();
        for (int voter = 0; voter < BALLOTS; voter++) {
            byte[] grades = ballots.get(voter);
            String name = "voter " + voter;
            cast.put(name, grades);
            apart(() -> {
                jdbc.sql("insert into naive_voter (voter) values (:voter)")
                        .param("voter", name)
                        .update();
                jdbc.sql("insert into naive_vote (grades) values (:grades)")
                        .param("grades", HexFormat.of().formatHex(grades))
                        .update();
            });
        }
        List<Tied> byWriter = jdbc.sql(
                        "select v.voter mark, g.grades found from naive_voter v join naive_vote g on g.xmin = v.xmin")
                .query(Tied.class)
                .list();
        List<Tied> byOrder = inOrder(
                jdbc.sql("select voter from naive_voter order by ctid")
                        .query(String.class)
                        .list(),
                jdbc.sql("select grades from naive_vote order by ctid")
                        .query(String.class)
                        .list());
        return attributed(cast, byWriter, byOrder);
    }

    /**
     * What the attack has brought together.
     *
     * @param mark by what the voter is known
     * @param found what was stored with it, in hexadecimal digits
     */
    private record Tied(String mark, String found) {}

    private static List<Tied> inOrder(List<String> marks, List<String> found) {
        return IntStream.range(0, Math.min(marks.size(), found.size()))
                .mapToObj(at -> new Tied(marks.get(at), found.get(at)))
                .toList();
    }

    /** Voters whose very ballot can be read in something that was tied to them. */
    private static int attributed(Map<String, byte[]> cast, List<Tied> byWriter, List<Tied> byOrder) {
        List<Tied> all = new ArrayList<>(byWriter);
        all.addAll(byOrder);
        return (int) cast.entrySet().stream()
                .filter(vote -> all.stream()
                        .filter(tied -> tied.mark().equals(vote.getKey()))
                        .anyMatch(tied -> tied.found().contains(HexFormat.of().formatHex(vote.getValue()))))
                .count();
    }
}
