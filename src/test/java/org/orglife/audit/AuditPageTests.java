package org.orglife.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.orglife.People.by;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.orglife.FullApplicationTest;
import org.orglife.People;
import org.orglife.Statements;
import org.orglife.TestClock;
import org.orglife.account.SignedInUser;
import org.orglife.organisation.OrgUnit;
import org.orglife.organisation.OrgUnitService;
import org.orglife.organisation.OrganisationAction;
import org.orglife.organisation.UnitDetails;
import org.orglife.organisation.UnitKind;
import org.orglife.shared.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionOperations;

@FullApplicationTest
class AuditPageTests {

    @Autowired
    MockMvcTester pages;

    @Autowired
    AuditQuery query;

    @Autowired
    AuditTrail trail;

    @Autowired
    OrgUnitService units;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    People people;

    private OrgUnit branch;
    private SignedInUser office;
    private SignedInUser auditor;

    @BeforeEach
    void aChange() {
        OrgUnit committee = people.committee();
        office = people.office(committee);
        auditor = people.user(Role.AUDIT_ADMIN, null, null, "审计员");
        People.actAs(office);
        // a name of its own: a number may stand in the name of somebody else's unit
        String own = "感染科党支部" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
        branch = units.create(committee.getId(), UnitKind.BRANCH, UnitDetails.named(own), office.scope());
    }

    private static AuditFilter filter(
            @Nullable String who, @Nullable String what, @Nullable LocalDate from, @Nullable LocalDate until) {
        return new AuditFilter(who, what, null, null, from, until, false);
    }

    @Test
    void theAuditorFindsWhoDidWhatInWords() {
        assertThat(pages.get()
                        .uri(
                                "/audit?what={id}&type=OrgUnit&action={action}",
                                branch.getId(),
                                OrganisationAction.UNIT_CREATED.labelKey())
                        .with(by(auditor)))
                .hasStatusOk()
                .bodyText()
                .contains("感染科党支部", "办公室工作人员", "党委办公室", "党组织")
                // the same name as in every test of this class: only the number tells them apart
                .containsOnlyOnce("感染科党支部");
    }

    @Test
    @DisplayName("an entry that named no label shows the unit's present name, never its number")
    void unitsHaveNames() {
        transaction.executeWithoutResult(
                status -> trail.record(OrganisationAction.ROSTER_EXPORTED, "OrgUnit", branch.getId(), null));
        AuditFilter exported = new AuditFilter(
                null,
                String.valueOf(branch.getId()),
                OrganisationAction.ROSTER_EXPORTED.labelKey(),
                null,
                null,
                null,
                false);
        assertThat(query.rows(exported, auditor.scope(), 10, 0))
                .singleElement()
                .satisfies(row -> assertThat(row.label()).isEqualTo(branch.getName()));
    }

    @Test
    void everyFilterNarrowsTheList() {
        String name = branch.getName();
        LocalDate today = TestClock.TODAY;
        assertThat(query.count(filter("办公室", name, today, today), auditor.scope()))
                .isEqualTo(1);
        assertThat(query.count(filter("没有这个人", name, today, today), auditor.scope()))
                .isZero();
        assertThat(query.count(filter(null, name, today.plusDays(1), null), auditor.scope()))
                .isZero();
        assertThat(query.count(filter(null, name, null, today.minusDays(1)), auditor.scope()))
                .isZero();
        assertThat(query.types(auditor.scope())).contains("OrgUnit").doesNotHaveDuplicates();
        assertThat(query.actions(auditor.scope())).contains(OrganisationAction.UNIT_CREATED.labelKey());
    }

    @Test
    void whatMakesNoSenseFiltersNothing() {
        assertThat(pages.get()
                        .uri("/audit?from=gestern&until=2023-02-31&action=drop&type=%27&page=-7&who=%25")
                        .with(by(auditor)))
                .hasStatusOk()
                .bodyText()
                .contains("没有符合条件的记录");
    }

    @Test
    void nobodyElseReadsIt() {
        assertThat(query.count(filter(null, null, null, null), office.scope())).isZero();
        assertThat(query.actions(office.scope())).isEmpty();
    }

    @Test
    void aPageTakesAHandfulOfStatementsHoweverManyEntries() {
        Statements.reset();
        query.rows(filter(null, null, null, null), auditor.scope(), 50, 0);
        query.count(filter(null, null, null, null), auditor.scope());
        assertThat(Statements.count()).as(() -> Statements.texts().toString()).isLessThanOrEqualTo(2);
    }

    @Test
    @DisplayName("T-AUD-04: an entry belongs to the transaction of its change: neither is there without the other")
    void anEntryBelongsToItsChange() {
        assertThatExceptionOfType(IllegalTransactionStateException.class)
                .isThrownBy(() -> trail.record(OrganisationAction.UNIT_CHANGED, "OrgUnit", 1, null));
        transaction.executeWithoutResult(status -> {
            trail.record(OrganisationAction.UNIT_CHANGED, "OrgUnit", branch.getId(), "不会留下");
            status.setRollbackOnly();
        });
        assertThat(query.count(filter(null, "不会留下", null, null), auditor.scope()))
                .isZero();
    }

    @Test
    @DisplayName("T-AUD-02: the application can neither change nor remove an entry")
    void anEntryStays() {
        for (String sql : new String[] {
            "update audit_entry set actor_name = 'x'", "delete from audit_entry", "truncate audit_entry"
        }) {
            assertThatExceptionOfType(DataAccessException.class)
                    .as(sql)
                    .isThrownBy(() -> jdbc.sql(sql).update());
        }
    }
}
