package org.orglife.campaign;

import java.time.Clock;
import java.util.List;
import org.orglife.audit.AuditTrail;
import org.orglife.organisation.ScopeSql;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.NotFoundException;
import org.orglife.shared.Role;
import org.orglife.shared.RuleViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 提问与答复 under the notice of a campaign: a branch asks, the office answers for all of them (domain 2.2). */
@Service
@Transactional(readOnly = true)
public class NoticeQuestions {

    private static final String TYPE = "Campaign";

    private final NoticeQuestionRepository questions;
    private final CampaignService campaigns;
    private final BranchTaskService tasks;
    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    NoticeQuestions(
            NoticeQuestionRepository questions,
            CampaignService campaigns,
            BranchTaskService tasks,
            JdbcClient jdbc,
            AuditTrail audit,
            Clock clock) {
        this.questions = questions;
        this.campaigns = campaigns;
        this.tasks = tasks;
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Questions that wait for the office of a scope.
     *
     * @param questions how many; at least 1
     */
    public record Waiting(long campaignId, String campaign, int questions) {}

    /** The campaigns issued from within the scope under whose notice somebody waits for an answer. */
    public List<Waiting> waiting(BranchScope scope) {
        ScopeSql issuers = ScopeSql.on("i", scope);
        return jdbc.sql("""
                        select c.id campaign_id, c.title campaign, count(*) questions
                        from notice_question q
                        join campaign c on c.id = q.campaign_id
                        join org_unit i on i.id = c.issuer_id
                        where q.answer is null and %s
                        group by c.id, c.title order by c.id desc
                        """.formatted(issuers.condition()))
                .params(issuers.parameters())
                .query(Waiting.class)
                .list();
    }

    /** Those that are answered, for everybody; those that wait, for the branch that asks and for whoever watches over it. */
    public List<NoticeQuestion> of(Campaign campaign, BranchScope scope) {
        return questions.of(campaign.getId()).stream()
                .filter(question ->
                        question.getAnswer() != null || question.getBranch().isWithin(scope))
                .toList();
    }

    /**
     * Asks the office that issued the campaign.
     *
     * @throws NotFoundException if the task lies outside the scope
     * @throws RuleViolationException {@code campaign.committee-only} for who does not work for the branch, {@code
     *     campaign.question.over} once the campaign is closed
     */
    @Transactional
    public NoticeQuestion ask(long taskId, String body, Actor actor, BranchScope scope) {
        if (!scope.role().worksForBranch()) {
            throw new RuleViolationException("campaign.committee-only");
        }
        BranchTask task = tasks.get(taskId, scope);
        if (!task.getCampaign().getState().isRunning()) {
            throw new RuleViolationException("campaign.question.over");
        }
        NoticeQuestion question = questions.save(new NoticeQuestion(task, body, actor.displayName(), clock.instant()));
        audit.record(
                CampaignAction.QUESTION_ASKED,
                TYPE,
                question.getCampaignId(),
                task.getBranch().getName());
        return question;
    }

    /**
     * Takes a question back that nobody has answered yet.
     *
     * @throws RuleViolationException {@code campaign.question.answered} if somebody has
     */
    @Transactional
    public void withdraw(long campaignId, long id, BranchScope scope) {
        NoticeQuestion question = find(campaignId, id);
        if (!scope.role().worksForBranch() || !question.getBranch().isWithin(scope)) {
            throw new NotFoundException(NoticeQuestion.class, id);
        }
        question.requireOpen();
        questions.delete(question);
        audit.record(
                CampaignAction.QUESTION_WITHDRAWN,
                TYPE,
                campaignId,
                question.getBranch().getName());
    }

    /**
     * Answers a question, for every branch to read.
     *
     * @throws NotFoundException unless the caller's office issued the campaign
     * @throws RuleViolationException {@code campaign.question.answered} if it has been answered already
     */
    @Transactional
    public void answer(long campaignId, long id, String text, Actor actor, BranchScope scope) {
        Campaign campaign = campaigns.get(campaignId, scope);
        if (scope.role() != Role.PARTY_OFFICE || !campaign.getIssuer().isWithin(scope)) {
            throw new NotFoundException(NoticeQuestion.class, id);
        }
        NoticeQuestion question = find(campaignId, id);
        question.answer(text, actor.displayName(), clock.instant());
        audit.record(
                CampaignAction.QUESTION_ANSWERED,
                TYPE,
                campaignId,
                question.getBranch().getName());
    }

    private NoticeQuestion find(long campaignId, long id) {
        return questions.find(id, campaignId).orElseThrow(() -> new NotFoundException(NoticeQuestion.class, id));
    }
}
