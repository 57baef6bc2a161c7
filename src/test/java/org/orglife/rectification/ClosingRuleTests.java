package org.orglife.rectification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.orglife.campaign.CloseBranchItemsBy;
import org.orglife.organisation.PositionKind;
import org.orglife.problem.SubjectKind;
import org.orglife.shared.BranchScope;
import org.orglife.shared.PathRange;
import org.orglife.shared.Role;

/** Who strikes an item off: never somebody who owns a measure of it, never the one whose problem it is. */
class ClosingRuleTests {

    private static final long SECRETARY = 1;
    private static final long DEPUTY = 2;
    private static final long ORGANISER = 3;
    private static final long MEMBER = 9;
    private static final Map<Long, PositionKind> COMMITTEE = Map.of(
            SECRETARY,
            PositionKind.SECRETARY,
            DEPUTY,
            PositionKind.DEPUTY_SECRETARY,
            ORGANISER,
            PositionKind.ORGANISATION);

    private static final Map<String, BranchScope> EVERYBODY = Map.of(
            "office", scope(Role.PARTY_OFFICE, null),
            "leader", scope(Role.LEADER, null),
            "supervisor", scope(Role.SUPERVISOR, null),
            "secretary", scope(Role.SECRETARY, SECRETARY),
            "deputy", scope(Role.DEPUTY, DEPUTY),
            "organiser", scope(Role.COMMITTEE, ORGANISER),
            "assistant", scope(Role.ASSISTANT, 7L),
            "group leader", scope(Role.GROUP_LEADER, 8L),
            "member", scope(Role.MEMBER, MEMBER));

    private static BranchScope scope(Role role, @Nullable Long member) {
        return new BranchScope(role, 100, member, List.of(new PathRange("/1/")), Set.of());
    }

    private static List<String> closers(ClosingRule rule) {
        return EVERYBODY.entrySet().stream()
                .filter(who -> rule.allows(who.getValue()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private static ClosingRule ofBranch(CloseBranchItemsBy by, Long... owners) {
        return new ClosingRule(SubjectKind.BRANCH, null, Set.of(owners), COMMITTEE, by);
    }

    private static ClosingRule of(SubjectKind kind, long subject, Map<Long, PositionKind> committee, Long... owners) {
        return new ClosingRule(kind, subject, Set.of(owners), committee, CloseBranchItemsBy.SUPERIOR);
    }

    @Test
    @DisplayName("T-RECT-03: the branch's items are closed by the superior's office")
    void branchItemsAreTheOffices() {
        assertThat(closers(ofBranch(CloseBranchItemsBy.SUPERIOR, ORGANISER))).containsExactly("office");
    }

    @Test
    @DisplayName("T-RECT-03: or by the committee, but not by the owner")
    void branchItemsAreTheCommittees() {
        assertThat(closers(ofBranch(CloseBranchItemsBy.COMMITTEE, ORGANISER))).containsExactly("deputy", "secretary");
    }

    @Test
    @DisplayName("T-RECT-03: where the whole committee owns measures, the office closes")
    void nobodyIsLeftInTheCommittee() {
        ClosingRule rule = ofBranch(CloseBranchItemsBy.COMMITTEE, SECRETARY, DEPUTY, ORGANISER);
        assertThat(closers(rule)).containsExactly("office");
        assertThat(rule.fallsToOffice()).isTrue();
        ClosingRule none =
                new ClosingRule(SubjectKind.BRANCH, null, Set.of(MEMBER), Map.of(), CloseBranchItemsBy.COMMITTEE);
        assertThat(closers(none)).containsExactly("office");
    }

    @Test
    void anOfficeWorkerWhoOwnsAMeasureDoesNotCloseIt() {
        BranchScope involved = scope(Role.PARTY_OFFICE, ORGANISER);
        assertThat(ofBranch(CloseBranchItemsBy.SUPERIOR, ORGANISER).allows(involved))
                .isFalse();
    }

    @Test
    @DisplayName("T-RECT-03: personal items are closed by the secretary alone")
    void personalItemsAreTheSecretarys() {
        assertThat(closers(of(SubjectKind.MEMBER, MEMBER, COMMITTEE, MEMBER))).containsExactly("secretary");
        assertThat(closers(of(SubjectKind.COMMITTEE_MEMBER, ORGANISER, COMMITTEE, ORGANISER)))
                .containsExactly("secretary");
    }

    @Test
    @DisplayName("T-RECT-03: the secretary's own items by another committee member")
    void theSecretarysOwnItems() {
        assertThat(closers(of(SubjectKind.SECRETARY, SECRETARY, COMMITTEE, SECRETARY)))
                .containsExactly("deputy", "organiser");
        assertThat(closers(of(SubjectKind.MEMBER, MEMBER, COMMITTEE, MEMBER, SECRETARY)))
                .as("the secretary helps a member and so does not close")
                .containsExactly("deputy", "organiser");
    }

    @Test
    @DisplayName("T-RECT-03: without a committee by the deputy, else by the office")
    void withoutACommittee() {
        Map<Long, PositionKind> two = Map.of(SECRETARY, PositionKind.SECRETARY, DEPUTY, PositionKind.DEPUTY_SECRETARY);
        assertThat(closers(of(SubjectKind.SECRETARY, SECRETARY, two, SECRETARY)))
                .containsExactly("deputy");
        Map<Long, PositionKind> alone = Map.of(SECRETARY, PositionKind.SECRETARY);
        ClosingRule rule = of(SubjectKind.SECRETARY, SECRETARY, alone, SECRETARY);
        assertThat(closers(rule)).containsExactly("office");
        assertThat(rule.fallsToOffice()).isTrue();
    }
}
