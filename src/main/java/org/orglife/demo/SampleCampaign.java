package org.orglife.demo;

import java.time.LocalDate;
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
import org.orglife.campaign.NamedAspect;
import org.orglife.campaign.NoticeQuestions;
import org.orglife.campaign.NoticeReceipts;
import org.orglife.campaign.PlannedStep;
import org.orglife.campaign.Policy;
import org.orglife.campaign.StepCode;
import org.orglife.campaign.StudyItem;
import org.orglife.problem.ProblemSource;
import org.orglife.problem.ProblemText;
import org.orglife.rectification.ItemPlanning;
import org.orglife.rectification.MeasurePlan;
import org.orglife.rectification.RaiseProblem;
import org.orglife.rectification.Track;
import org.springframework.stereotype.Component;

/** The campaign in the middle of which the sample stands: half prepared in one branch, untouched in the others. */
@Component
@ConditionalOnDemonstration
class SampleCampaign {

    private static final List<String> BRANCH_ASPECTS =
            List.of("发挥政治功能和组织功能", "执行上级组织决定", "严格组织生活", "加强党员教育管理监督", "联系服务群众", "抓好自身建设");
    private static final List<String> MEMBER_ASPECTS = List.of("政治信仰", "党员意识", "理论学习", "能力本领", "作用发挥", "纪律作风");

    private final CampaignService campaigns;
    private final BranchTaskService tasks;
    private final ItemPlanning planning;
    private final SampleOpinions opinions;
    private final NoticeReceipts receipts;
    private final NoticeQuestions questions;

    SampleCampaign(
            CampaignService campaigns,
            BranchTaskService tasks,
            ItemPlanning planning,
            SampleOpinions opinions,
            NoticeReceipts receipts,
            NoticeQuestions questions) {
        this.receipts = receipts;
        this.questions = questions;
        this.campaigns = campaigns;
        this.tasks = tasks;
        this.planning = planning;
        this.opinions = opinions;
    }

    /** Lets what follows be done by the user of that name. */
    interface SignIn {
        SignedInUser as(String username);
    }

    /** Issues it with meetings from the day in a week on, and lets the branch begin. */
    void prepare(SampleCalendar calendar, SignedInUser office, SignIn actAs) {
        LocalDate meeting = calendar.today().plusDays(7);
        Long committee = office.unitId();
        if (committee == null) {
            throw new IllegalStateException("The sample office has no unit");
        }
        Campaign campaign = campaigns.draft(committee, details(calendar.year(), meeting), office.scope());
        campaigns.issue(campaign.getId(), office, office.scope());
        ask(campaign.getId(), office, actAs);
        begin(campaign.getId(), meeting, actAs);
    }

    /** The branch has read the notice and asked one thing; the supplement came after that. */
    private void ask(long campaignId, SignedInUser office, SignIn actAs) {
        SignedInUser secretary = actAs.as(Demonstration.SECRETARY);
        Long branch = secretary.unitId();
        if (branch == null) {
            throw new IllegalStateException("The sample secretary has no branch");
        }
        long task =
                tasks.find(campaignId, branch, secretary.scope()).orElseThrow().getId();
        receipts.confirm(task, secretary, secretary.scope());
        long question = questions
                .ask(task, "征求意见要不要统一发表？离退休党员不方便来，能不能打电话听？", secretary, secretary.scope())
                .getId();
        actAs.as(Demonstration.OFFICE);
        questions.answer(campaignId, question, "不统一发表。可以打电话、上门或用微信听取，由支部记下要点。", office, office.scope());
        campaigns.supplement(
                campaignId, "不搞征求意见表等材料", "这次会前不统一印发征求意见表，不要求党员撰写书面发言材料。意见可以当面、电话或微信听取，记下要点即可。", office.scope());
    }

    private static CampaignDetails details(int year, LocalDate meeting) {
        return new CampaignDetails(
                CampaignKind.ANNUAL,
                true,
                year + "年度组织生活会和民主评议党员",
                year,
                "示范党办〔" + year + "〕21号",
                "《关于召开" + year + "年度基层党组织组织生活会和开展民主评议党员的通知》",
                "对照党员标准找差距，联系岗位实际抓整改",
                "查实问题，说实话，改到位",
                meeting,
                meeting.plusDays(21),
                meeting.plusDays(36),
                meeting.plusDays(90),
                BRANCH_ASPECTS.stream()
                        .map(title -> new NamedAspect(title, null))
                        .toList(),
                MEMBER_ASPECTS.stream()
                        .map(title -> new NamedAspect(title, null))
                        .toList(),
                List.of(new StudyItem("党章", true), new StudyItem("支部工作条例（试行）", true), new StudyItem("本领域业务制度", false)),
                Arrays.stream(StepCode.values())
                        .map(code -> new PlannedStep(code, code.defaultLevel(), null, null))
                        .toList(),
                Policy.defaults(),
                Set.of());
    }

    private void begin(long campaignId, LocalDate meeting, SignIn actAs) {
        SignedInUser secretary = actAs.as(Demonstration.SECRETARY);
        SignedInUser organiser = actAs.as(Demonstration.COMMITTEE);
        SignedInUser member = actAs.as(Demonstration.MEMBER);
        Long branch = secretary.unitId();
        if (branch == null
                || secretary.memberId() == null
                || organiser.memberId() == null
                || member.memberId() == null) {
            throw new IllegalStateException("The sample branch is incomplete");
        }
        BranchTask task = tasks.find(campaignId, branch, secretary.scope()).orElseThrow();
        long secretaryId = secretary.memberId();
        long organiserId = organiser.memberId();
        actAs.as(Demonstration.SECRETARY);
        raise(
                task,
                secretary,
                true,
                "严格组织生活",
                "第三季度党小组会少开 1 次，两个小组的记录只有签到没有内容",
                ProblemSource.SELF,
                List.of(
                        plan("补开党小组会，今后每月最后一周由组织委员核对一次", organiserId, meeting.plusDays(20)),
                        plan("会议记录写明讨论的问题和分工，书记每季度抽查", secretaryId, meeting.plusDays(60))));
        raise(
                task,
                secretary,
                true,
                "联系服务群众",
                "门诊意见本上半年收到 9 条关于候诊时间的意见，只公开答复了 3 条",
                ProblemSource.OPINION,
                List.of(plan("逐条答复其余 6 条意见，在候诊区公布", organiserId, meeting.plusDays(10))));
        raise(task, secretary, true, "抓好自身建设", "议题准备不充分，支委会第三季度研究义诊下乡只有 1 次", ProblemSource.TALK, List.of());
        raise(task, secretary, false, "作用发挥", "带头参加义诊的次数比去年少 2 次", ProblemSource.SELF, List.of());
        opinions.hear(task.getId(), meeting.minusDays(10), secretary);
        actAs.as(Demonstration.MEMBER);
        raise(
                task,
                member,
                false,
                "理论学习",
                "上半年有 2 次集中学习用看材料代替，没有谈体会",
                ProblemSource.SELF,
                List.of(plan("补学 2 次，在党小组会上各讲一次体会", member.memberId(), meeting.plusDays(30))));
    }

    private static MeasurePlan plan(String text, long owner, LocalDate due) {
        return new MeasurePlan(text, null, owner, Track.TERM, due);
    }

    private void raise(
            BranchTask task,
            SignedInUser user,
            boolean forBranch,
            String aspect,
            String text,
            ProblemSource source,
            List<MeasurePlan> measures) {
        AspectSubject subject = forBranch ? AspectSubject.BRANCH : AspectSubject.MEMBER;
        long aspectId = tasks.get(task.getId(), user.scope()).getCampaign().getAspects(subject).stream()
                .filter(known -> known.getTitle().equals(aspect))
                .findFirst()
                .orElseThrow()
                .getId();
        planning.raise(
                new RaiseProblem(task.getId(), forBranch, new ProblemText(aspectId, text, null, source), measures),
                user,
                user.scope());
    }
}
