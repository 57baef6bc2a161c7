package org.orglife.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.orglife.BranchesAtWork;
import org.orglife.MeetingsAtWork;
import org.orglife.MeetingsAtWork.Meeting;
import org.orglife.account.SignedInUser;
import org.orglife.meeting.AgendaType;
import org.orglife.sitting.AgendaItem;
import org.orglife.sitting.AgendaService;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** Branches that all meet at once, each in the middle of its round of criticism. */
class ManyMeetings {

    static final String PASSWORD = LargeOrganisation.PASSWORD;

    private final MeetingsAtWork meetings;
    private final AgendaService agenda;
    private final FlywayConnectionDetails owner;
    private final JdbcClient jdbc;

    ManyMeetings(MeetingsAtWork meetings, AgendaService agenda, FlywayConnectionDetails owner, JdbcClient jdbc) {
        this.meetings = meetings;
        this.agenda = agenda;
        this.owner = owner;
        this.jdbc = jdbc;
    }

    /**
     * One of them.
     *
     * @param held the number of the meeting itself
     * @param chair the name with which whoever chairs signs in
     * @param recorder the name of whoever keeps the record
     */
    record Desk(long task, long held, String chair, String recorder) {

        String console() {
            return "/tasks/" + task + "/meeting/console";
        }

        String projector() {
            return "/tasks/" + task + "/meeting/projector";
        }
    }

    /** The first is led through the services up to its round, the others are copied from it inside the database. */
    List<Desk> begin(int many, int members) throws IOException, SQLException {
        Meeting model = meetings.scheduled(members, true);
        meetings.begin(model);
        AgendaItem round = meetings.view(model).agenda().stream()
                .filter(item -> item.getType() == AgendaType.CRITICISM_ROUND)
                .findFirst()
                .orElseThrow();
        agenda.begin(model.task(), round.getId(), model.secretary().scope());
        allow(model.secretary());
        allow(model.recorder());
        copy(model.unit().getId(), many - 1);
        return jdbc.sql("""
                        select h.task_id task, h.id held, c.username chair, r.username recorder
                        from held_meeting h join account c on c.member_id = h.chair_id join account r on r.member_id = h.recorder_id
                        order by h.id
                        """).query(Desk.class).list();
    }

    /** A hash that is quick to check: it is not the signing in that is measured. */
    private void allow(SignedInUser user) {
        String hash = "{argon2@app}" + new Argon2PasswordEncoder(16, 32, 1, 64, 1).encode(PASSWORD);
        jdbc.sql("update account set password_hash = :hash, one_time = false where member_id = :member")
                .param("hash", hash)
                .param("member", BranchesAtWork.memberOf(user))
                .update();
    }

    private void copy(long branch, int copies) throws IOException, SQLException {
        String script = new ClassPathResource("meetings.sql", ManyMeetings.class)
                .getContentAsString(StandardCharsets.UTF_8)
                .replace(":branch", String.valueOf(branch))
                .replace(":copies", String.valueOf(copies));
        try (Connection connection =
                        DriverManager.getConnection(owner.getJdbcUrl(), owner.getUsername(), owner.getPassword());
                Statement statement = connection.createStatement()) {
            statement.execute(script);
            statement.execute("analyze");
        }
    }
}
