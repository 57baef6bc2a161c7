package org.orglife.demo;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.orglife.account.SampleAccounts;
import org.orglife.account.SignedInUser;
import org.orglife.excel.ShiftedWorkbook;
import org.orglife.excel.ShiftedWorkbook.Dates;
import org.orglife.imports.ImportPreview;
import org.orglife.imports.ImportService;
import org.orglife.organisation.OrgUnit;
import org.orglife.organisation.OrgUnitService;
import org.orglife.organisation.Roster;
import org.orglife.organisation.UnitKind;
import org.orglife.shared.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Loads the sample organisation, through the same import that a user's workbook goes through. */
@Component
@ConditionalOnDemonstration
class SampleLoader {

    private static final Logger log = LoggerFactory.getLogger(SampleLoader.class);
    private static final String COMMITTEE = "示范市中心医院党委";
    private static final String BRANCH = "呼吸内科党支部";
    private static final List<String> SUPERVISED = List.of("呼吸内科党支部", "消化内科党支部", "神经内科党支部");

    private static final List<Dates> ROSTER_DATES = List.of(new Dates("党员", "入党日期", "党员类别", "预备党员"));
    private static final List<Dates> LEDGER_DATES = List.of(
            new Dates("整改台账", "完成时限"),
            new Dates("整改台账", "完成日期"),
            new Dates("整改台账", "销号日期"),
            new Dates("会议", "会议日期"),
            new Dates("集中学习", "日期"),
            new Dates("谈心谈话", "日期"));

    private final OrgUnitService units;
    private final Roster roster;
    private final SampleAccounts accounts;
    private final ImportService imports;
    private final SampleCampaign campaign;
    private final SampleTalks talks;
    private final SampleMeeting meeting;
    private final SampleReview review;
    private final SampleRoutine routine;
    private final SamplePublication publication;
    private final FlywayConnectionDetails owner;
    private final JdbcClient jdbc;
    private final Clock clock;

    SampleLoader(
            OrgUnitService units,
            Roster roster,
            SampleAccounts accounts,
            ImportService imports,
            SampleCampaign campaign,
            SampleTalks talks,
            SampleMeeting meeting,
            SampleReview review,
            SampleRoutine routine,
            SamplePublication publication,
            FlywayConnectionDetails owner,
            JdbcClient jdbc,
            Clock clock) {
        this.units = units;
        this.roster = roster;
        this.accounts = accounts;
        this.imports = imports;
        this.campaign = campaign;
        this.talks = talks;
        this.meeting = meeting;
        this.review = review;
        this.routine = routine;
        this.publication = publication;
        this.owner = owner;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Loads the sample.
     *
     * @param begunBefore whether an earlier start was interrupted in the middle of it: then it begins again
     */
    void load(boolean begunBefore) {
        log.info("Loading the sample organisation; this is done once and takes some seconds");
        if (begunBefore) {
            empty();
        }
        jdbc.sql("insert into demonstration (loaded_at) values (null)").update();
        SampleCalendar calendar = new SampleCalendar(LocalDate.now(clock));
        try {
            OrgUnit committee = units.createRoot(UnitKind.PARTY_COMMITTEE, COMMITTEE);
            accounts.open(
                    Demonstration.OFFICE, "沈光涛", null, Role.PARTY_OFFICE, List.of(committee), Demonstration.PASSWORD);
            SignedInUser office = actAs(Demonstration.OFFICE);
            take("roster.xlsx", "党组织和党员名册.xlsx", ROSTER_DATES, Map.of(), calendar, office);
            int year = calendar.year();
            take(
                    "last-year.xlsx",
                    (year - 1) + "年度组织生活会整改台账.xlsx",
                    LEDGER_DATES,
                    newCampaign(year - 1, "组织生活会", "ANNUAL"),
                    calendar,
                    office);
            take(
                    "ledger.xlsx",
                    year + "年度专题组织生活会台账.xlsx",
                    LEDGER_DATES,
                    newCampaign(year, "专题组织生活会", "THEMATIC"),
                    calendar,
                    office);
            openAccounts(office);
            review.decide(calendar, meeting.hold(calendar, this::actAs), this::actAs);
            actAs(Demonstration.OFFICE);
            campaign.prepare(calendar, office, this::actAs);
            talks.record(calendar, actAs(Demonstration.SECRETARY));
            routine.record(calendar, actAs(Demonstration.SECRETARY));
            publication.show(calendar, this::actAs);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } finally {
            SecurityContextHolder.clearContext();
        }
        jdbc.sql("update demonstration set loaded_at = :now")
                .param("now", OffsetDateTime.now(clock))
                .update();
        log.info("The sample organisation is there; sign in with one of the accounts on the page");
    }

    private static Map<String, String> newCampaign(int year, String kind, String code) {
        return Map.of(
                "campaign",
                "new",
                "campaign.title",
                year + "年度" + kind,
                "campaign.year",
                String.valueOf(year),
                "campaign.kind",
                code);
    }

    private SignedInUser actAs(String username) {
        SignedInUser user = accounts.user(username);
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(user, null, List.of()));
        return user;
    }

    private void take(
            String resource,
            String name,
            List<Dates> dates,
            Map<String, String> choices,
            SampleCalendar calendar,
            SignedInUser office)
            throws IOException {
        ByteArrayOutputStream moved = new ByteArrayOutputStream();
        try (InputStream original = new ClassPathResource("sample/" + resource).getInputStream()) {
            ShiftedWorkbook.write(original, dates, calendar.days(), moved);
        }
        long batch = imports.upload(name, new ByteArrayInputStream(moved.toByteArray()), office, office.scope());
        imports.check(batch, choices, office, office.scope());
        ImportPreview outcome = imports.confirm(batch, office, office.scope(), rows -> {});
        if (!outcome.isReady()) {
            throw new IllegalStateException("The sample workbook " + resource + " was refused: "
                    + outcome.problems().stream().limit(3).toList() + outcome.unreadable());
        }
    }

    private void openAccounts(SignedInUser office) {
        OrgUnit branch = branch(BRANCH, office);
        open(Demonstration.SECRETARY, "于光燕", branch, office);
        open(Demonstration.COMMITTEE, "余庆清", branch, office);
        open(Demonstration.MEMBER, "梁梦清", branch, office);
        List<OrgUnit> supervised =
                SUPERVISED.stream().map(name -> branch(name, office)).toList();
        accounts.open(Demonstration.SUPERVISOR, "秦玉和", null, Role.SUPERVISOR, supervised, Demonstration.PASSWORD);
        accounts.open("sysadmin", "系统管理员", null, Role.SYS_ADMIN, List.of(), Demonstration.PASSWORD);
        accounts.open("secadmin", "安全管理员", null, Role.SEC_ADMIN, List.of(), Demonstration.PASSWORD);
        accounts.open("auditor", "审计员", null, Role.AUDIT_ADMIN, List.of(), Demonstration.PASSWORD);
    }

    private OrgUnit branch(String name, SignedInUser office) {
        return units.branches(office.scope()).stream()
                .filter(unit -> unit.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void open(String username, String name, OrgUnit branch, SignedInUser office) {
        Roster.Person person = roster.membersOf(branch.getId(), LocalDate.now(clock), office.scope()).stream()
                .filter(member -> member.name().equals(name))
                .findFirst()
                .orElseThrow();
        accounts.open(username, name, person.id(), null, List.of(), Demonstration.PASSWORD);
    }

    /** What an interrupted loading has left: nothing but sample data, so all of it may go. */
    private void empty() {
        try (Connection connection =
                        DriverManager.getConnection(owner.getJdbcUrl(), owner.getUsername(), owner.getPassword());
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    do $$ declare t record; begin
                      alter table audit_entry disable trigger user;
                      for t in select tablename from pg_tables where schemaname = 'public' and tablename <> 'flyway_schema_history' loop
                        execute format('truncate table %I cascade', t.tablename);
                      end loop;
                      alter table audit_entry enable trigger user;
                    end $$
                    """);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
