package org.orglife;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.orglife.MeetingsAtWork.Meeting;
import org.orglife.account.SampleAccounts;
import org.orglife.account.SignedInUser;
import org.orglife.ballot.BallotMode;
import org.orglife.ballot.BallotOpening;
import org.orglife.ballot.BallotQuery;
import org.orglife.ballot.BallotService;
import org.orglife.ballot.BallotUrn;
import org.orglife.ballot.BallotView;
import org.orglife.ballot.PaperCount;
import org.orglife.meeting.AgendaType;
import org.orglife.shared.PrintedCode;
import org.orglife.shared.Role;
import org.orglife.sitting.AgendaService;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Meetings at which a ballot is held, with a scrutineer and a teller who can sign in. */
public class BallotsAtWork {

    public static final String PASSWORD = "correct-horse-battery";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final MeetingsAtWork meetings;
    private final AgendaService agenda;
    private final BallotService ballots;
    private final BallotOpening opening;
    private final BallotQuery query;
    private final BallotUrn urn;
    private final SampleAccounts accounts;
    private final JdbcClient jdbc;

    BallotsAtWork(
            MeetingsAtWork meetings,
            AgendaService agenda,
            BallotService ballots,
            BallotOpening opening,
            BallotQuery query,
            BallotUrn urn,
            SampleAccounts accounts,
            JdbcClient jdbc) {
        this.meetings = meetings;
        this.agenda = agenda;
        this.ballots = ballots;
        this.opening = opening;
        this.query = query;
        this.urn = urn;
        this.accounts = accounts;
        this.jdbc = jdbc;
    }

    /**
     * A meeting that has come to its ballot.
     *
     * @param scrutineer who keeps the opening code: the last seat of the committee
     * @param teller the first member without a seat
     */
    public record Ballot(Meeting meeting, SignedInUser scrutineer, SignedInUser teller) {

        public long task() {
            return meeting.task();
        }

        public SignedInUser secretary() {
            return meeting.secretary();
        }

        public String address() {
            return meeting.address() + "/ballot";
        }
    }

    /** A branch of so many members, all there, in the item 测评; nothing is prepared yet. */
    public Ballot reached(int members) {
        Meeting meeting = meetings.scheduled(members, true);
        meetings.begin(meeting);
        return reached(meeting);
    }

    /** The same of a meeting that is running. */
    public Ballot reached(Meeting meeting) {
        List<SignedInUser> committee = meeting.committee();
        SignedInUser scrutineer = committee.get(committee.size() - 1);
        SignedInUser teller = meeting.members().get(0);
        givePassword(scrutineer);
        givePassword(teller);
        long item = meetings.view(meeting).agenda().stream()
                .filter(one -> one.getType() == AgendaType.BALLOT)
                .findFirst()
                .orElseThrow()
                .getId();
        People.actAs(meeting.secretary());
        agenda.begin(meeting.task(), item, meeting.secretary().scope());
        return new Ballot(meeting, scrutineer, teller);
    }

    /** Gives somebody {@link #PASSWORD}, and says under which name he signs in. */
    public String givePassword(SignedInUser user) {
        String staff = "ballot-password-" + NUMBER.incrementAndGet();
        accounts.open(staff, "密码", null, Role.PARTY_OFFICE, List.of(), PASSWORD);
        return jdbc.sql("""
                        update account set password_hash = staff.password_hash, one_time = false
                        from account staff where staff.username = :staff and account.id = :id
                        returning account.username
                        """)
                .param("staff", staff)
                .param("id", user.accountId())
                .query(String.class)
                .single();
    }

    public void prepare(Ballot ballot, BallotMode mode) {
        People.actAs(ballot.secretary());
        ballots.prepare(
                ballot.task(),
                mode,
                ballot.scrutineer().accountId(),
                ballot.teller().accountId(),
                ballot.secretary().scope());
    }

    /** Makes the slips. */
    public List<String> issue(Ballot ballot) {
        People.actAs(ballot.secretary());
        return ballots.issue(ballot.task(), ballot.secretary().scope());
    }

    /** The scrutineer takes the code and opens the box. */
    public String open(Ballot ballot) {
        People.actAs(ballot.scrutineer());
        String code = opening.takeCode(ballot.task(), ballot.scrutineer().scope());
        opening.open(ballot.task(), code, ballot.scrutineer().scope());
        return code;
    }

    /** A box that is open, and what is needed to go on. */
    public record Open(Ballot ballot, String code, List<String> slips, int lines) {}

    /** A branch of so many members whose box is open. */
    public Open opened(int members) {
        return opened(reached(members));
    }

    public Open opened(Ballot ballot) {
        prepare(ballot, BallotMode.SLIPS);
        List<String> slips = issue(ballot);
        String code = open(ballot);
        return new Open(ballot, code, slips, view(ballot).votedOn().size());
    }

    /** Somebody votes the same on everybody; each time from a page of his own. */
    public void cast(Open open, int slip, int grade) {
        urn.cast(
                open.slips().get(slip),
                PrintedCode.next(),
                IntStream.range(0, open.lines()).mapToObj(at -> grade).toList());
    }

    public void close(Open open) {
        People.actAs(open.ballot().scrutineer());
        opening.close(open.ballot().task(), open.ballot().scrutineer().scope());
    }

    /** Both officers count the box, with or without paper. */
    public void count(Ballot ballot, @Nullable String code, int slipsReturned, PaperCount paper) {
        People.actAs(ballot.scrutineer());
        opening.count(
                ballot.task(),
                new BallotOpening.Hands(code, slipsReturned, paper, PASSWORD),
                "127.0.0.1",
                ballot.scrutineer().scope());
    }

    /** So many valid sheets, all with the same grade in each line. */
    public static PaperCount sheets(int sheets, int invalid, int lines, int grade) {
        Map<Integer, int[]> votes = new LinkedHashMap<>();
        for (int position = 1; position <= lines; position++) {
            int[] counts = new int[6];
            counts[grade] = sheets;
            votes.put(position, counts);
        }
        return new PaperCount(sheets + invalid, invalid, votes);
    }

    public BallotView view(Ballot ballot) {
        return query.of(ballot.task(), ballot.secretary().scope()).orElseThrow();
    }

    public UUID box(Ballot ballot) {
        return view(ballot).id();
    }
}
