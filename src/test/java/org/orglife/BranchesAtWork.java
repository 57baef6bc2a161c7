package org.orglife;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.orglife.account.SignedInUser;
import org.orglife.campaign.AspectSubject;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.campaign.Campaign;
import org.orglife.campaign.CampaignDetails;
import org.orglife.campaign.CampaignKind;
import org.orglife.campaign.CampaignService;
import org.orglife.campaign.CloseBranchItemsBy;
import org.orglife.campaign.NamedAspect;
import org.orglife.campaign.PlannedStep;
import org.orglife.campaign.Policy;
import org.orglife.campaign.StepCode;
import org.orglife.organisation.Member;
import org.orglife.organisation.OrgUnit;
import org.orglife.organisation.PositionKind;
import org.orglife.problem.ProblemSource;
import org.orglife.problem.ProblemText;
import org.orglife.rectification.DecidingBody;
import org.orglife.rectification.Decision;
import org.orglife.rectification.ItemPlanning;
import org.orglife.rectification.ItemReview;
import org.orglife.rectification.ItemState;
import org.orglife.rectification.ItemWork;
import org.orglife.rectification.Items;
import org.orglife.rectification.Measure;
import org.orglife.rectification.MeasurePlan;
import org.orglife.rectification.RaiseProblem;
import org.orglife.rectification.ReopenSource;
import org.orglife.rectification.Track;
import org.orglife.rectification.Transfers;
import org.orglife.shared.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Branches in the middle of a campaign, with everybody who has to do with them, and items in every state. */
public class BranchesAtWork {

    public static final LocalDate DUE = LocalDate.of(2023, 12, 31);

    private final People people;
    private final CampaignService campaigns;
    private final BranchTaskService tasks;
    private final ItemPlanning planning;
    private final ItemWork work;
    private final ItemReview review;
    private final Transfers transfers;
    private final Items items;
    private final TransactionOperations transaction;
    private final JdbcClient jdbc;

    BranchesAtWork(
            People people,
            CampaignService campaigns,
            BranchTaskService tasks,
            ItemPlanning planning,
            ItemWork work,
            ItemReview review,
            Transfers transfers,
            Items items,
            TransactionOperations transaction,
            JdbcClient jdbc) {
        this.people = people;
        this.campaigns = campaigns;
        this.tasks = tasks;
        this.planning = planning;
        this.work = work;
        this.review = review;
        this.transfers = transfers;
        this.items = items;
        this.transaction = transaction;
        this.jdbc = jdbc;
    }

    /**
     * A branch with its people, in a campaign of its committee.
     *
     * @param publicity a committee member without any item
     * @param organiser another one, who owns what {@link #item} makes
     */
    public record Branch(
            OrgUnit committee,
            OrgUnit unit,
            long campaign,
            long task,
            SignedInUser office,
            SignedInUser leader,
            SignedInUser supervisor,
            SignedInUser secretary,
            SignedInUser deputy,
            SignedInUser organiser,
            SignedInUser publicity,
            SignedInUser assistant,
            SignedInUser groupLeader,
            SignedInUser member,
            SignedInUser colleague) {

        public List<SignedInUser> all() {
            return List.of(
                    office,
                    leader,
                    supervisor,
                    secretary,
                    deputy,
                    organiser,
                    publicity,
                    assistant,
                    groupLeader,
                    member,
                    colleague);
        }
    }

    /** A branch of a committee of its own. */
    public Branch branch(String name) {
        return branch(people.committee(), name);
    }

    public Branch branch(OrgUnit committee, String name) {
        OrgUnit unit = people.branch(committee, name);
        SignedInUser office = people.office(committee);
        SignedInUser secretary = seated(unit, "于光燕", PositionKind.SECRETARY, Role.SECRETARY);
        SignedInUser deputy = seated(unit, "余庆清", PositionKind.DEPUTY_SECRETARY, Role.DEPUTY);
        SignedInUser organiser = seated(unit, "梁梦清", PositionKind.ORGANISATION, Role.COMMITTEE);
        SignedInUser publicity = seated(unit, "康国斌", PositionKind.PUBLICITY, Role.COMMITTEE);
        SignedInUser assistant = person(unit, "欧阳若溪", Role.ASSISTANT);
        SignedInUser groupLeader = person(unit, "夏荣涛", Role.GROUP_LEADER);
        SignedInUser member = person(unit, "周静斌", Role.MEMBER);
        SignedInUser colleague = person(unit, "罗颖", Role.MEMBER);
        Campaign campaign = issued(office, committee, unit, Policy.defaults());
        return new Branch(
                committee,
                unit,
                campaign.getId(),
                tasks.find(campaign.getId(), unit.getId(), office.scope())
                        .orElseThrow()
                        .getId(),
                office,
                people.user(Role.LEADER, committee, null, "沈光涛"),
                people.user(Role.SUPERVISOR, unit, null, "秦玉和"),
                secretary,
                deputy,
                organiser,
                publicity,
                assistant,
                groupLeader,
                member,
                colleague);
    }

    private SignedInUser seated(OrgUnit unit, String name, PositionKind seat, Role role) {
        return people.as(role, unit, people.seated(unit, name, seat));
    }

    private SignedInUser person(OrgUnit unit, String name, Role role) {
        Member member = people.member(unit, name);
        return people.as(role, unit, member);
    }

    /** A campaign that has reached one unit. */
    public Campaign issued(SignedInUser office, OrgUnit committee, OrgUnit unit, Policy policy) {
        People.actAs(office);
        Campaign campaign = campaigns.draft(committee.getId(), details(policy, Set.of(unit.getId())), office.scope());
        campaigns.issue(campaign.getId(), office, office.scope());
        return campaign;
    }

    public static CampaignDetails details(Policy policy, Set<Long> targets) {
        return new CampaignDetails(
                CampaignKind.THEMATIC,
                false,
                "2023年度专题组织生活会",
                2023,
                "院党发〔2023〕12号",
                "上级通知",
                "学思想、强党性",
                "总要求",
                LocalDate.of(2023, 11, 1),
                LocalDate.of(2023, 11, 30),
                null,
                null,
                List.of(new NamedAspect("联系服务群众", "做了多少"), new NamedAspect("抓好自身建设", null)),
                List.of(new NamedAspect("组织纪律", null), new NamedAspect("先锋模范", null)),
                List.of(),
                Arrays.stream(StepCode.values())
                        .map(code -> new PlannedStep(code, code.defaultLevel(), null, null))
                        .toList(),
                policy,
                targets);
    }

    /** The defaults, but the committee itself closes the branch's items. */
    public static Policy closedByCommittee() {
        Policy policy = Policy.defaults();
        return new Policy(
                policy.opinionForm(),
                policy.personalText(),
                policy.textReview(),
                policy.shareTexts(),
                policy.approvalBeforeMeeting(),
                policy.photoEvidence(),
                policy.preAssessment(),
                policy.outsideReps(),
                policy.reviewBody(),
                policy.excellentNumerator(),
                policy.excellentDenominator(),
                policy.excellentBase(),
                policy.probationaryBallot(),
                policy.leadersGraded(),
                policy.satisfactionToClose(),
                policy.reportMode(),
                CloseBranchItemsBy.COMMITTEE,
                policy.talkedBy(),
                policy.minAttendance(),
                policy.ballotNeedsQuorum(),
                policy.noticeDays(),
                policy.publicPage(),
                policy.publicationDays(),
                policy.maxFirstExtension(),
                policy.longTermReview());
    }

    /** Puts down a problem of the branch, or one's own, with a measure for each owner. */
    public long raise(SignedInUser by, long task, boolean forBranch, String text, SignedInUser... owners) {
        People.actAs(by);
        List<MeasurePlan> measures = new ArrayList<>();
        Arrays.stream(owners)
                .forEach(owner -> measures.add(
                        new MeasurePlan(text + "的措施" + (measures.size() + 1), null, memberOf(owner), Track.TERM, DUE)));
        ProblemText words = new ProblemText(aspect(task, forBranch, by), text, null, ProblemSource.SELF);
        return planning.raise(new RaiseProblem(task, forBranch, words, measures), by, by.scope())
                .getId();
    }

    public long aspect(long task, boolean forBranch, SignedInUser user) {
        BranchTask found = tasks.get(task, user.scope());
        return found.getCampaign()
                .getAspects(forBranch ? AspectSubject.BRANCH : AspectSubject.MEMBER)
                .get(0)
                .getId();
    }

    public static long memberOf(SignedInUser user) {
        if (user.memberId() == null) {
            throw new IllegalArgumentException(user.displayName() + " is no member");
        }
        return user.memberId();
    }

    /** An item of the branch in that state, brought there by those who may; its one measure belongs to the organiser. */
    public long item(Branch branch, ItemState state) {
        long item = state == ItemState.CLAIMED
                ? raise(branch.secretary(), branch.task(), true, "等候时间长")
                : raise(branch.secretary(), branch.task(), true, "等候时间长", branch.organiser());
        bring(item, state, branch, branch.organiser(), branch.office());
        return item;
    }

    /** The member's own item in that state; the secretary closes it. */
    public long personalItem(Branch branch, ItemState state) {
        long item = state == ItemState.CLAIMED
                ? raise(branch.member(), branch.task(), false, "上班迟到")
                : raise(branch.member(), branch.task(), false, "上班迟到", branch.member());
        bring(item, state, branch, branch.member(), branch.secretary());
        return item;
    }

    private void bring(long item, ItemState state, Branch branch, SignedInUser owner, SignedInUser closer) {
        switch (state) {
            case CLAIMED, PLANNED -> {}
            case IN_PROGRESS -> report(item, owner, false);
            case SUBMITTED, RETURNED, VERIFIED, CLOSED, REOPENED -> {
                report(item, owner, true);
                People.actAs(owner);
                work.handIn(item, "已经加开窗口", null, owner, owner.scope());
                judge(item, state, closer);
            }
            case WITHDRAWN, MERGED -> leave(item, state, branch);
            case TRANSFERRED -> handOver(item, branch);
        }
    }

    private void judge(long item, ItemState state, SignedInUser closer) {
        People.actAs(closer);
        if (state == ItemState.RETURNED) {
            review.giveBack(item, "还有人等", closer, closer.scope());
        } else if (state == ItemState.CLOSED || state == ItemState.REOPENED) {
            review.approve(item, closer, closer.scope());
            if (state == ItemState.REOPENED) {
                review.reopen(item, ReopenSource.LOOK_BACK, "又有人等", closer, closer.scope());
            }
        } else if (state == ItemState.VERIFIED) {
            // only a campaign that asks for a survey stops there, and surveys come later
            jdbc.sql("update rectification_item set state = 'VERIFIED', verified_on = '2023-10-20' where id = :id")
                    .param("id", item)
                    .update();
        }
    }

    private void leave(long item, ItemState state, Branch branch) {
        SignedInUser secretary = branch.secretary();
        if (state == ItemState.WITHDRAWN) {
            People.actAs(secretary);
            review.withdraw(
                    item,
                    new Decision(DecidingBody.COMMITTEE, TestClock.TODAY),
                    "与第 1 项重复",
                    secretary,
                    secretary.scope());
        } else {
            long other = raise(secretary, branch.task(), true, "排队时间长", branch.organiser());
            People.actAs(secretary);
            review.merge(item, other, secretary, secretary.scope());
        }
    }

    /** To a branch beside it, which takes part in the same campaign. */
    private void handOver(long item, Branch branch) {
        SignedInUser office = branch.office();
        transfers.transfer(item, beside(branch, "后勤" + branch.task() + "党支部").getId(), "归后勤管", office, office.scope());
    }

    /** Another branch of the same committee with a task of the same campaign. */
    public OrgUnit beside(Branch branch) {
        return beside(branch, "设备科党支部");
    }

    private OrgUnit beside(Branch branch, String name) {
        SignedInUser office = branch.office();
        People.actAs(office);
        OrgUnit unit = people.branch(branch.committee(), name);
        transaction.executeWithoutResult(
                status -> tasks.backfill(campaigns.get(branch.campaign(), office.scope()), unit, office.displayName()));
        return unit;
    }

    /** The owner reports on his first measure, or has done it. */
    public void report(long item, SignedInUser owner, boolean done) {
        People.actAs(owner);
        work.report(item, measure(item), "问了三家", done, TestClock.TODAY, owner, owner.scope());
    }

    /** The first measure of an item; 0 if it has none. */
    public long measure(long item) {
        return jdbc.sql("select coalesce(min(id), 0) from measure where item_id = :item")
                .param("item", item)
                .query(Long.class)
                .single();
    }

    public ItemState state(long item) {
        return ItemState.valueOf(jdbc.sql("select state from rectification_item where id = :item")
                .param("item", item)
                .query(String.class)
                .single());
    }

    /** The version a form for the first measure would carry. */
    public long version(long item, SignedInUser user) {
        return transaction.execute(status -> items.get(item, user.scope()).getMeasures().stream()
                .findFirst()
                .map(Measure::getVersion)
                .orElse(0L));
    }
}
