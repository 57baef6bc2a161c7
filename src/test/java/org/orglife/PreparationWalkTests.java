package org.orglife;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orglife.BranchesAtWork.memberOf;
import static org.orglife.Pages.body;
import static org.orglife.Pages.hidden;
import static org.orglife.Pages.words;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.orglife.account.SignedInUser;
import org.orglife.campaign.Aspect;
import org.orglife.campaign.AspectSubject;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.campaign.BranchTaskState;
import org.orglife.campaign.Campaign;
import org.orglife.campaign.CampaignDetails;
import org.orglife.campaign.CampaignKind;
import org.orglife.campaign.CampaignService;
import org.orglife.campaign.CloseBranchItemsBy;
import org.orglife.campaign.ExcellentBase;
import org.orglife.campaign.MinAttendance;
import org.orglife.campaign.NamedAspect;
import org.orglife.campaign.OpinionFormUse;
import org.orglife.campaign.OutsideReps;
import org.orglife.campaign.PersonalText;
import org.orglife.campaign.PhotoEvidence;
import org.orglife.campaign.PlannedStep;
import org.orglife.campaign.Policy;
import org.orglife.campaign.ReportMode;
import org.orglife.campaign.ReviewBody;
import org.orglife.campaign.SatisfactionUse;
import org.orglife.campaign.ShareTexts;
import org.orglife.campaign.StepCode;
import org.orglife.campaign.StepPhase;
import org.orglife.campaign.StepRow;
import org.orglife.campaign.TalkedBy;
import org.orglife.campaign.TextReview;
import org.orglife.organisation.OrgUnit;
import org.orglife.organisation.PositionKind;
import org.orglife.shared.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/**
 * A branch of 19 prepares its meeting from the day the notice comes to the day it is ready, through its pages. Every form
 * is opened before it is sent, and what is sent is counted: nobody is to type more than it takes.
 */
@FullApplicationTest
class PreparationWalkTests {

    private static final int MOST_SAVES = 60;
    private static final List<String> BRANCH_ASPECTS = List.of("政治功能", "上级决定", "组织生活", "党员管理", "服务群众", "自身建设");

    /** Words by which a paper would be known. */
    private static final List<String> PAPERS = List.of("征求意见表", "发言提纲", "发言材料", "对照检查材料", "/outlines", "opinions/form");

    @Autowired
    People people;

    @Autowired
    Pages pages;

    @Autowired
    CampaignService campaigns;

    @Autowired
    BranchTaskService tasks;

    private OrgUnit above;
    private OrgUnit unit;
    private SignedInUser office;
    private SignedInUser secretary;
    private final List<SignedInUser> committee = new ArrayList<>();
    private final List<SignedInUser> members = new ArrayList<>();
    private final List<MvcTestResult> seen = new ArrayList<>();
    private long campaign;
    private String task = "";
    private int saves;

    @BeforeEach
    void aBranchOfNineteen() {
        above = people.committee();
        office = people.office(above);
        unit = people.branch(above, "呼吸内科党支部");
        secretary = seated("于光燕", PositionKind.SECRETARY, Role.SECRETARY);
        seated("梁梦清", PositionKind.ORGANISATION, Role.COMMITTEE);
        seated("康国斌", PositionKind.PUBLICITY, Role.COMMITTEE);
        for (int number = 1; number <= 16; number++) {
            members.add(people.as(Role.MEMBER, unit, people.member(unit, "党员" + number)));
        }
    }

    private SignedInUser seated(String name, PositionKind seat, Role role) {
        SignedInUser user = people.as(role, unit, people.seated(unit, name, seat));
        committee.add(user);
        return user;
    }

    private void issue(Policy policy) {
        People.actAs(office);
        CampaignDetails details = new CampaignDetails(
                CampaignKind.ANNUAL,
                false,
                "2023年度组织生活会",
                2023,
                null,
                null,
                "对照党员标准找差距",
                null,
                LocalDate.of(2023, 11, 1),
                LocalDate.of(2023, 11, 30),
                null,
                null,
                BRANCH_ASPECTS.stream()
                        .map(title -> new NamedAspect(title, null))
                        .toList(),
                List.of(new NamedAspect("理论学习", null), new NamedAspect("作用发挥", null)),
                List.of(),
                Arrays.stream(StepCode.values())
                        .map(code -> new PlannedStep(code, code.defaultLevel(), null, null))
                        .toList(),
                policy,
                Set.of(unit.getId()));
        Campaign drafted = campaigns.draft(above.getId(), details, office.scope());
        campaigns.issue(drafted.getId(), office, office.scope());
        campaign = drafted.getId();
        task = "/tasks/"
                + tasks.find(campaign, unit.getId(), office.scope())
                        .orElseThrow()
                        .getId();
    }

    /** The strictest there is: no form, no text, no report. */
    private static Policy strict() {
        return new Policy(
                OpinionFormUse.NOT_USED,
                PersonalText.NONE,
                TextReview.OFF,
                ShareTexts.OFF,
                false,
                PhotoEvidence.OFF,
                false,
                OutsideReps.OFF,
                ReviewBody.COMMITTEE,
                1,
                3,
                ExcellentBase.FULL_MEMBERS,
                true,
                true,
                SatisfactionUse.OFF,
                ReportMode.STATISTICS_ONLY,
                CloseBranchItemsBy.SUPERIOR,
                TalkedBy.COMMITTEE,
                MinAttendance.HALF,
                true,
                3,
                false,
                5,
                30,
                90);
    }

    private BranchTask current() {
        return tasks.get(Long.parseLong(task.substring("/tasks/".length())), secretary.scope());
    }

    private MvcTestResult open(SignedInUser user, String address) {
        MvcTestResult page = pages.get(user, address);
        assertThat(page).as(address).hasStatusOk();
        seen.add(page);
        return page;
    }

    /** Sends a form; it has to be taken. */
    private MvcTestResult save(SignedInUser user, String address, String... fields) {
        List<String> all = new ArrayList<>(List.of(fields));
        all.addAll(List.of("_once", UUID.randomUUID().toString()));
        MvcTestResult answer = pages.post(user, address, all.toArray(new String[0]));
        assertThat(answer.getResponse().getStatus())
                .as(address + " " + words(answer))
                .isEqualTo(302);
        saves++;
        return answer;
    }

    private static String id(SignedInUser user) {
        return String.valueOf(memberOf(user));
    }

    private void walk() {
        assertThat(current().getState()).isEqualTo(BranchTaskState.CREATED);
        open(secretary, "/");
        open(secretary, "/campaigns/" + campaign + "/notice");
        save(secretary, "/campaigns/" + campaign + "/read");
        open(secretary, task);
        plan();
        study();
        talks();
        long point = opinions();
        problems(point);
        open(secretary, task + "/steps/COMM_MEETING");
        save(secretary, task + "/steps/COMM_MEETING/done", "on", "2023-10-20");
        MvcTestResult list = open(secretary, task + "/expected");
        save(secretary, task + "/expected/confirm", "mark", hidden(list, "mark"));
        assertThat(missing()).isEmpty();
        open(secretary, task);
        save(secretary, task + "/ready");
        assertThat(current().getState()).isEqualTo(BranchTaskState.READY);
        open(secretary, task);
        open(members.get(0), "/");
    }

    private List<String> missing() {
        return tasks.steps(current(), secretary.scope()).stream()
                .filter(StepRow::isMissing)
                .map(row -> row.code() + " " + row.state() + " " + row.progress())
                .toList();
    }

    private void plan() {
        open(secretary, task + "/plan");
        save(
                secretary,
                task + "/plan",
                "meetingOn",
                "2023-11-10",
                "startsAt",
                "14:30",
                "place",
                "呼吸内科会议室",
                "chairId",
                id(secretary),
                "recorderId",
                id(committee.get(1)));
    }

    private void study() {
        open(secretary, task + "/study/new");
        save(secretary, task + "/study", "mode", "COLLECTIVE", "heldOn", "2023-10-20", "topics", "党章");
    }

    /** Each pair of the committee, and each member with one of them. */
    private void talks() {
        open(secretary, task + "/talks");
        talk(secretary, committee.get(1));
        talk(secretary, committee.get(2));
        talk(committee.get(1), committee.get(2));
        for (int at = 0; at < members.size(); at++) {
            talk(committee.get(at % committee.size()), members.get(at));
        }
    }

    private void talk(SignedInUser one, SignedInUser other) {
        save(
                one,
                task + "/talks",
                "convener",
                id(one),
                "partners",
                id(other),
                "heldOn",
                "2023-10-20",
                "medium",
                "FACE");
    }

    /** Two that say the same become one point. */
    private long opinions() {
        open(secretary, task + "/opinions");
        for (String text : List.of("候诊时间太长", "排队等候的时间太久")) {
            save(
                    secretary,
                    task + "/opinions",
                    "text",
                    text,
                    "about",
                    "WORK",
                    "channel",
                    "PHONE",
                    "group",
                    "SERVICE",
                    "givenOn",
                    "2023-10-20");
        }
        List<String> fields = new ArrayList<>(List.of("text", "候诊时间长", "about", "WORK"));
        Matcher tick =
                Pattern.compile("name=\"ids\" value=\"(\\d+)\"").matcher(body(open(secretary, task + "/opinions")));
        while (tick.find()) {
            fields.addAll(List.of("ids", tick.group(1)));
        }
        save(secretary, task + "/opinions/points", fields.toArray(new String[0]));
        Matcher point =
                Pattern.compile("/opinion-points/(\\d+)/").matcher(body(open(secretary, task + "/opinions/digest")));
        assertThat(point.find()).isTrue();
        return Long.parseLong(point.group(1));
    }

    /** The branch answers for each of its aspects, everybody else with one point. */
    private void problems(long point) {
        List<Aspect> aspects = current().getCampaign().getAspects(AspectSubject.BRANCH);
        open(secretary, "/opinion-points/" + point + "/problem");
        save(
                secretary,
                "/opinion-points/" + point + "/problem",
                "text",
                "候诊时间长，意见较多",
                "aspectId",
                String.valueOf(aspects.get(4).getId()),
                "source",
                "OPINION");
        open(secretary, task + "/problems");
        for (int at = 0; at < 2; at++) {
            save(
                    secretary,
                    task + "/problems",
                    "aspectId",
                    String.valueOf(aspects.get(at).getId()),
                    "text",
                    "党小组会第三季度少开 " + (at + 1) + " 次",
                    "source",
                    "SELF");
        }
        for (int at : new int[] {2, 3, 5}) {
            save(secretary, task + "/aspects/" + aspects.get(at).getId() + "/clear");
        }
        String aspect = String.valueOf(
                current().getCampaign().getAspects(AspectSubject.MEMBER).get(0).getId());
        List<SignedInUser> everybody = new ArrayList<>(committee);
        everybody.addAll(members);
        for (SignedInUser one : everybody) {
            open(one, task + "/my-problems");
            save(
                    one,
                    task + "/my-problems",
                    "aspectId",
                    aspect,
                    "text",
                    one.displayName() + "上半年有 2 次集中学习没有谈体会",
                    "handIn",
                    "true");
        }
    }

    @Test
    @DisplayName(
            "a branch of 19 gets from CREATED to READY with at most 60 saves, nothing that must or should be done left out")
    void fromCreatedToReady() {
        issue(Policy.defaults());
        walk();
        assertThat(saves).isLessThanOrEqualTo(MOST_SAVES);
    }

    @Test
    @DisplayName("under the strict policy the same walk meets neither a form nor a text")
    void withoutAnyPaper() {
        issue(strict());
        walk();
        assertThat(saves).isLessThanOrEqualTo(MOST_SAVES);
        for (MvcTestResult page : seen) {
            assertThat(body(page)).as(page.getRequest().getRequestURI()).doesNotContain(PAPERS);
        }
        assertThat(tasks.steps(current(), secretary.scope()))
                .filteredOn(row -> row.code().phase() == StepPhase.BEFORE && row.code() == StepCode.TEXT)
                .allMatch(StepRow::isSettled);
        assertThat(words(pages.get(secretary, task + "/opinions/form"))).contains("这次活动不使用征求意见表");
    }
}
