package org.orglife.ballot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.orglife.Pages.body;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.orglife.BallotsAtWork;
import org.orglife.BallotsAtWork.Ballot;
import org.orglife.BallotsAtWork.Open;
import org.orglife.BranchesAtWork;
import org.orglife.FullApplicationTest;
import org.orglife.MeetingsAtWork;
import org.orglife.Pages;
import org.orglife.People;
import org.orglife.TestClock;
import org.orglife.TestDatabase;
import org.orglife.account.SignedInUser;
import org.orglife.organisation.MemberService;
import org.orglife.organisation.OrgUnit;
import org.orglife.shared.PrintedCode;
import org.orglife.shared.Role;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The same election with other votes: nobody who looks from outside may see a difference before it is counted. */
@FullApplicationTest
@Import({MeetingsAtWork.class, BallotsAtWork.class})
@ExtendWith(OutputCaptureExtension.class)
class BallotSwapTests {

    private static final int VOTERS = 6;

    /** Addresses of pages that could tell how a ballot goes on. */
    private static final String TELLING =
            "/tasks/\\d+(/(meeting|meetings|minutes|steps|meeting-figures)(/.*)?)?(?<!docx)|/campaigns/\\d+/figures.*|/overview|/branches|/|/b|/b/.*";

    @Autowired
    BallotsAtWork ballots;

    @Autowired
    BranchesAtWork branches;

    @Autowired
    MemberService members;

    @Autowired
    People people;

    @Autowired
    Pages pages;

    @Autowired
    MockMvcTester visitors;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    JdbcConnectionDetails database;

    @Autowired
    JdbcClient jdbc;

    private Dump dump() throws Exception {
        try (Connection superuser = TestDatabase.asSuperuser(database.getJdbcUrl())) {
            return Dump.of(superuser);
        }
    }

    private void execute(String... statements) throws Exception {
        try (Connection superuser = TestDatabase.asSuperuser(database.getJdbcUrl());
                Statement statement = superuser.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
        }
    }

    /** Ballots of which no two are equal: that of a voter, line by line. */
    private static List<int[]> distinct(int lines) {
        List<int[]> all = new ArrayList<>();
        for (int voter = 0; voter < VOTERS; voter++) {
            int[] grades = new int[lines];
            for (int at = 0; at < lines; at++) {
                grades[at] = (voter * 7 + at * (voter + 1)) % 5;
            }
            grades[0] = voter % 5;
            grades[1] = voter / 5;
            all.add(grades);
        }
        return all;
    }

    private static List<int[]> swapped(List<int[]> votes) {
        List<int[]> swapped = new ArrayList<>(votes);
        Collections.swap(swapped, 1, 4);
        return swapped;
    }

    private static List<int[]> permuted(List<int[]> votes) {
        List<int[]> permuted = new ArrayList<>(votes);
        Collections.rotate(permuted, 2);
        return permuted;
    }

    /** All vote over HTTP in the order of their slips: opened, read, sent. */
    private void vote(List<String> slips, List<int[]> votes) {
        for (int voter = 0; voter < VOTERS; voter++) {
            assertThat(visitors.get().uri("/b").exchange()).hasStatusOk();
            assertThat(visitors.post()
                            .uri("/b/ballot")
                            .param("code", slips.get(voter))
                            .exchange())
                    .hasStatusOk();
            var request = visitors.post().uri("/b/cast").param("code", slips.get(voter));
            int[] grades = votes.get(voter);
            for (int at = 0; at < grades.length; at++) {
                request = request.param("g" + (at + 1), String.valueOf(grades[at]));
            }
            assertThat(request.exchange()).hasStatusOk();
        }
    }

    /** The box as it was when it was opened, slips in their places. */
    private void again(UUID box) throws Exception {
        execute(
                "create temp table kept as select box_id, token_hash from ballot_slip where box_id = '" + box
                        + "' order by token_hash;"
                        + "delete from ballot_envelope where box_id = '" + box + "';"
                        + "delete from ballot_slip where box_id = '" + box + "';"
                        + "insert into ballot_slip (box_id, token_hash) select box_id, token_hash from kept",
                "commit",
                // so that all runs find the same free space
                "cluster ballot_slip using ballot_slip_pkey",
                "cluster ballot_envelope using ballot_envelope_pkey");
    }

    private record Traces(Map<String, List<String>> rows, List<String> log) {}

    private Traces run(Open open, List<int[]> votes, CapturedOutput output) throws Exception {
        again(ballots.box(open.ballot()));
        int before = output.getAll().length();
        vote(open.slips(), votes);
        List<String> log = output.getAll()
                .substring(before)
                .lines()
                // what other threads do meanwhile has nothing to do with the votes, which this one casts
                .filter(line -> !line.matches(".* --- \\[[^]]*] \\[(?! *main]).*"))
                .map(line -> Dump.even(line)
                        .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.+]+", "TIME")
                        .replaceAll("@[0-9a-f]{5,}", "@OBJECT")
                        .replaceAll("\\b[0-9a-f]{5,8}\\b", "OBJECT")
                        .replaceAll("\\d+ ?(ms|ns|nanos)", "DURATION"))
                .toList();
        return new Traces(dump().even(), log);
    }

    @Test
    @DisplayName(
            "T-BAL-02: two ballots exchanged, then all: database, log, trail and sessions are the same, until and after the count")
    void swapGame(CapturedOutput output) throws Exception {
        Open open = ballots.opened(VOTERS);
        List<int[]> votes = distinct(open.lines());
        List<String> chatty = List.of(
                "org.springframework.web", "org.springframework.security", "org.springframework.jdbc", "org.orglife");
        LoggingSystem logging = LoggingSystem.get(getClass().getClassLoader());
        Traces first;
        Traces exchanged;
        Traces permuted;
        Traces alike;
        try {
            chatty.forEach(name -> logging.setLogLevel(name, LogLevel.DEBUG));
            run(open, votes, output);
            first = run(open, votes, output);
            exchanged = run(open, swapped(votes), output);
            permuted = run(open, permuted(votes), output);
            // even if all say the same instead
            alike = run(open, Collections.nCopies(VOTERS, new int[open.lines()]), output);
        } finally {
            chatty.forEach(name -> logging.setLogLevel(name, null));
        }
        assertThat(first.rows().get("ballot_envelope"))
                .hasSizeGreaterThanOrEqualTo(VOTERS)
                .allMatch(row -> row.contains("RANDOM"));
        assertThat(first.log()).hasSizeGreaterThan(50).anyMatch(line -> line.contains("/b/cast"));
        for (Traces other : List.of(exchanged, permuted, alike)) {
            assertThat(other.rows()).isEqualTo(first.rows());
            assertThat(other.log()).isEqualTo(first.log());
        }
        assertThat(counted(distinct(open.lines())))
                .isEqualTo(counted(swapped(votes)))
                .isEqualTo(counted(permuted(votes)));
    }

    /** What is new in the database from the opening of the box to the page with its result. */
    private Map<String, List<String>> counted(List<int[]> votes) throws Exception {
        Open open = ballots.opened(VOTERS);
        Dump before = dump();
        vote(open.slips(), votes);
        ballots.close(open);
        ballots.count(open.ballot(), open.code(), 0, PaperCount.none());
        pages.get(open.ballot().scrutineer(), open.ballot().address() + "/result");
        Map<String, List<String>> since = dump().since(before);
        assertThat(since).containsKeys("ballot_tally", "ballot_report", "audit_entry");
        return since;
    }

    /** One in each role, and the two officers of the box. */
    private List<SignedInUser> everybody(Ballot ballot) {
        OrgUnit branch = ballot.meeting().unit();
        List<SignedInUser> all = new ArrayList<>(List.of(
                ballot.secretary(),
                ballot.scrutineer(),
                ballot.teller(),
                ballot.meeting().recorder(),
                ballot.meeting().office()));
        for (Role role : List.of(Role.LEADER, Role.SUPERVISOR, Role.ASSISTANT)) {
            all.add(people.user(role, branch, null, role.name()));
        }
        for (Role role : Role.OFFICERS) {
            all.add(people.user(role, null, null, role.name()));
        }
        return all;
    }

    /** Every page that could tell how the ballot goes on: of the meeting, the record, the figures. */
    private List<String> addresses(Ballot ballot) {
        List<String> addresses = new ArrayList<>();
        mappings.getHandlerMethods().forEach((mapping, handler) -> {
            if (handler.getBeanType().getPackageName().startsWith("org.orglife")
                    && mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET)) {
                mapping.getPatternValues().forEach(pattern -> {
                    String address = pattern.replaceAll("/tasks/\\{\\w+}", "/tasks/" + ballot.task())
                            .replaceAll(
                                    "/campaigns/\\{\\w+}",
                                    "/campaigns/" + ballot.meeting().campaign())
                            .replaceAll("/steps/\\{\\w+}", "/steps/BALLOT")
                            .replaceAll("figures/\\{\\w+}", "figures/M05");
                    if (!address.contains("{") && address.matches(TELLING)) {
                        addresses.add(address);
                    }
                });
            }
        });
        return addresses;
    }

    private Map<String, String> pagesOf(Ballot ballot, List<SignedInUser> users) {
        Map<String, String> found = new TreeMap<>();
        for (SignedInUser user : users) {
            for (String address : addresses(ballot)) {
                MvcTestResult page = pages.get(user, address);
                if (page.getResponse().getStatus() != 403) {
                    found.put(
                            user.role() + " " + user.displayName() + " " + address,
                            page.getResponse().getStatus()
                                    + Dump.even(body(page)).replaceAll("\"[\\w-]{60,}\"", "TOKEN"));
                }
            }
        }
        return found;
    }

    @Test
    @DisplayName("T-BAL-08: while the box is open no page of any role depends on what is voted")
    void noInterimFigure() throws Exception {
        Open open = ballots.opened(VOTERS);
        Ballot ballot = open.ballot();
        List<int[]> votes = distinct(open.lines());
        List<SignedInUser> users = everybody(ballot);
        vote(open.slips(), votes);
        Map<String, String> first = pagesOf(ballot, users);
        again(ballots.box(ballot));
        vote(open.slips(), Collections.nCopies(VOTERS, new int[open.lines()]));
        Map<String, String> second = pagesOf(ballot, users);
        assertThat(first.keySet()).isEqualTo(second.keySet());
        first.forEach((page, text) -> assertThat(second.get(page)).as(page).isEqualTo(text));
        assertThat(first).hasSizeGreaterThan(100);
        assertThat(first.keySet())
                .filteredOn(page -> page.startsWith("SECRETARY") && page.endsWith("/meeting/ballot"))
                .singleElement()
                .satisfies(page -> assertThat(first.get(page)).startsWith("200").contains("bb-in"));
    }

    @Test
    @DisplayName(
            "T-BAL-22: whoever is voted on moves away or is taken off the roster: the box stays as it is and is counted")
    void ratedMembersLeave() {
        Open open = ballots.opened(VOTERS);
        Ballot ballot = open.ballot();
        UUID box = ballots.box(ballot);
        List<BallotSubject> before = ballots.view(ballot).lines();
        String sheet = sheet(open.slips().get(5));
        SignedInUser office = ballot.meeting().office();
        OrgUnit elsewhere = people.branch(ballot.meeting().above(), "骨科党支部");
        People.actAs(office);
        members.transfer(
                BranchesAtWork.memberOf(ballot.meeting().members().get(1)),
                elsewhere.getId(),
                TestClock.TODAY,
                office.scope());
        long gone = BranchesAtWork.memberOf(ballot.meeting().members().get(2));
        jdbc.sql("update member set name = '改名了' where id = :id")
                .param("id", gone)
                .update();
        assertThat(ballots.view(ballot).lines()).isEqualTo(before);
        assertThat(sheet(open.slips().get(5))).isEqualTo(sheet).contains("党员02", "党员03");
        vote(open.slips(), distinct(open.lines()));
        ballots.close(open);
        ballots.count(ballot, open.code(), 0, PaperCount.none());
        assertThat(jdbc.sql("select count(*) || ' ' || min(s) || ' ' || max(s) from"
                                + " (select sum(n) s from ballot_tally where box_id = :box group by pos) t")
                        .param("box", box)
                        .query(String.class)
                        .single())
                .isEqualTo(open.lines() + " 6 6");
    }

    /** The ballot of a slip, but for the random number of the page. */
    private String sheet(String slip) {
        return body(visitors.post().uri("/b/ballot").param("code", slip).exchange())
                .replaceAll("name=\"page\" value=\"[0-9A-Z]+\"", "");
    }

    @Test
    @DisplayName(
            "T-BAL-21: a backup taken while the box is open is counted with the code, and tells nothing without it")
    void backup() throws Exception {
        Open open = ballots.opened(VOTERS);
        UUID box = ballots.box(open.ballot());
        List<int[]> votes = distinct(open.lines());
        vote(open.slips(), votes);
        List<String> tables = List.of("ballot_box", "ballot_subject", "ballot_slip", "ballot_envelope");
        try (Connection superuser = TestDatabase.asSuperuser(database.getJdbcUrl());
                Statement statement = superuser.createStatement()) {
            CopyManager copy = superuser.unwrap(PGConnection.class).getCopyAPI();
            Map<String, byte[]> backup = new LinkedHashMap<>();
            for (String table : tables) {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                String which = table.equals("ballot_box") ? "id" : "box_id";
                copy.copyOut("copy (select * from %s where %s = '%s') to stdout".formatted(table, which, box), out);
                backup.put(table, out.toByteArray());
            }
            for (int voter = 0; voter < VOTERS; voter++) {
                StringBuilder digits = new StringBuilder();
                StringBuilder hex = new StringBuilder();
                for (int grade : votes.get(voter)) {
                    digits.append(grade);
                    hex.append("0").append(grade);
                }
                for (byte[] part : backup.values()) {
                    assertThat(new String(part, UTF_8))
                            .doesNotContain(
                                    digits, hex, open.code(), open.slips().get(voter));
                }
            }
            // the box in the meantime is lost
            ballots.close(open);
            ballots.count(open.ballot(), open.code(), 0, PaperCount.none());
            superuser.setAutoCommit(false);
            statement.execute("create schema restored");
            for (String table : tables) {
                statement.execute("create table restored.%1$s (like public.%1$s including all)".formatted(table));
                copy.copyIn("copy restored." + table + " from stdin", new ByteArrayInputStream(backup.get(table)));
            }
            statement.execute("set local search_path = restored, public");
            BallotStore store = new BallotStore(JdbcClient.create(new SingleConnectionDataSource(superuser, true)));
            BoxRow restored = store.last(meeting(box), 1).orElseThrow();
            assertThat(restored.state()).isEqualTo(BallotState.OPEN);
            assertThat(store.slips(box).used()).isEqualTo(VOTERS);
            assertThat(BallotSeal.unwrap(
                            restored.wrappedKeyBytes(), restored.publicKeyBytes(), PrintedCode.next(), box))
                    .isEmpty();
            BallotSeal.Opener opener = BallotSeal.unwrap(
                            restored.wrappedKeyBytes(), restored.publicKeyBytes(), open.code(), box)
                    .orElseThrow();
            BallotTotals totals = new BallotTotals(
                    store.subjects(box).stream()
                            .filter(line -> line.kind().isVotedOn())
                            .toList(),
                    PaperCount.none());
            totals.add(store.envelopes(box), opener);
            Map<String, Integer> counted = new TreeMap<>();
            totals.forEach((position, grade, sum) -> counted.put(position + ":" + grade, sum));
            Map<String, Integer> kept = new TreeMap<>();
            jdbc.sql("select pos || ':' || grade, n from ballot_tally where box_id = :box")
                    .param("box", box)
                    .query((row, number) -> kept.put(row.getString(1), row.getInt(2)))
                    .list();
            assertThat(counted).isEqualTo(kept).isNotEmpty();
            superuser.rollback();
        }
    }

    private long meeting(UUID box) {
        return jdbc.sql("select meeting_id from ballot_box where id = :box")
                .param("box", box)
                .query(Long.class)
                .single();
    }
}
