package org.orglife.ballot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orglife.Pages.words;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.orglife.BallotsAtWork;
import org.orglife.FullApplicationTest;
import org.orglife.MeetingsAtWork;
import org.orglife.Pages;
import org.orglife.People;
import org.orglife.TestDatabase;
import org.orglife.account.SignedInUser;
import org.orglife.organisation.OrgUnit;
import org.orglife.shared.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Import;

/** The check that every installation can run on itself. */
@FullApplicationTest
@Import({MeetingsAtWork.class, BallotsAtWork.class})
class BallotSelfCheckTests {

    @Autowired
    BallotSelfCheck selfCheck;

    @Autowired
    People people;

    @Autowired
    Pages pages;

    @Autowired
    JdbcConnectionDetails database;

    private Dump dump() throws SQLException {
        try (Connection superuser = TestDatabase.asSuperuser(database.getJdbcUrl())) {
            return Dump.of(superuser);
        }
    }

    private void execute(String statement) throws SQLException {
        try (Connection superuser = TestDatabase.asSuperuser(database.getJdbcUrl());
                Statement all = superuser.createStatement()) {
            all.execute(statement);
        }
    }

    @Test
    @DisplayName(
            "The office attacks its own box: nothing is attributed, nearly all on naive tables, and nothing of it stays")
    void attackedByItself() throws Exception {
        OrgUnit committee = people.committee();
        SignedInUser office = people.office(committee);
        SignedInUser member = people.user(Role.MEMBER, people.branch(committee, "急诊科党支部"), null, "党员");
        Dump before = dump();
        assertThat(pages.post(office, "/ballot/why/check")).hasStatus(302);
        assertThat(dump().differences(before))
                .contains("audit_entry", "secrecy_check")
                .isSubsetOf("audit_entry", "secrecy_check", "spring_session", "spring_session_attributes");
        SecrecyCheck check = selfCheck.last().orElseThrow();
        assertThat(check.attributed()).isZero();
        assertThat(check.attributedNaively()).isEqualTo(check.tried());
        assertThat(check.findings()).isEmpty();
        assertThat(check.isPassed()).isTrue();
        assertThat(words(pages.get(member, "/ballot/why")))
                .contains("40 张试验票，一张也没有对上人", "40 张对上了 40 张", "没有投票的时间和先后")
                .doesNotContain("现在自查");
        assertThat(words(pages.get(office, "/ballot/why"))).contains("现在自查");
        assertThat(pages.post(member, "/ballot/why/check")).hasStatus(403);
    }

    @Test
    @DisplayName("What does not belong into the tables is named, and the check is not passed")
    void aFault() throws Exception {
        SignedInUser office = people.office(people.committee());
        execute("create table ballot_extra (put_in timestamptz)");
        try {
            assertThat(pages.post(office, "/ballot/why/check")).hasStatus(302);
        } finally {
            execute("drop table ballot_extra");
        }
        assertThat(selfCheck.last().orElseThrow().isPassed()).isFalse();
        assertThat(words(pages.get(office, "/ballot/why")))
                .contains("自查没有通过", "ballot_extra.put_in timestamptz", "请先用纸质票");
    }
}
