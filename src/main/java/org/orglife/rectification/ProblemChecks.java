package org.orglife.rectification;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.StepCheck;
import org.orglife.campaign.StepCode;
import org.orglife.campaign.StepProgress;
import org.orglife.campaign.StepState;
import org.orglife.shared.BranchScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How far the finding of problems has come (domain 2.4). By the branch: at least one problem, and each aspect has one or
 * the statement that nothing was found in it; by the secretary: at least one; by the members: each at least one. What was
 * withdrawn or merged does not count, and what is not handed in is not asked about.
 */
@Component
class ProblemChecks implements StepCheck {

    private final JdbcClient jdbc;

    ProblemChecks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Found(
            int branchProblems,
            int answeredAspects,
            int aspects,
            int secretaryProblems,
            int membersWithProblems,
            int members) {}

    @Override
    public Set<StepCode> steps() {
        return Set.of(StepCode.PROB_BRANCH, StepCode.PROB_SECRETARY, StepCode.PROB_MEMBER);
    }

    @Override
    public Map<StepCode, StepProgress> progress(BranchTask task, BranchScope scope) {
        Found found = jdbc.sql("""
                        with live as (
                          select p.aspect_id, p.subject_kind, p.subject_member_id
                          from problem p join rectification_item i on i.id = p.id
                          where p.task_id = :task and i.state not in ('WITHDRAWN', 'MERGED', 'TRANSFERRED')),
                        expected as (
                          select ms.member_id from membership ms join member m on m.id = ms.member_id
                          where ms.branch_id = :branch and ms.until_on is null
                            and m.standing in ('NORMAL', 'ON_PROBATION_PENALTY'))
                        select
                          (select count(*) from live where subject_kind = 'BRANCH') branch_problems,
                          (select count(*) from aspect a where a.campaign_id = :campaign and a.subject = 'BRANCH'
                             and (exists (select 1 from live l where l.aspect_id = a.id)
                               or exists (select 1 from aspect_clear c where c.task_id = :task and c.aspect_id = a.id))) answered_aspects,
                          (select count(*) from aspect a where a.campaign_id = :campaign and a.subject = 'BRANCH') aspects,
                          (select count(*) from live where subject_kind = 'SECRETARY') secretary_problems,
                          (select count(*) from expected e
                             where exists (select 1 from live l where l.subject_member_id = e.member_id)) members_with_problems,
                          (select count(*) from expected) members
                        """)
                .param("campaign", task.getCampaign().getId())
                .param("branch", task.getBranch().getId())
                .param("task", task.getId())
                .query(Found.class)
                .single();
        return Map.of(
                StepCode.PROB_BRANCH,
                new StepProgress(
                        ofBranch(found),
                        found.answeredAspects(),
                        found.aspects(),
                        "problem.step.branch",
                        List.of(found.branchProblems(), found.answeredAspects(), found.aspects())),
                StepCode.PROB_SECRETARY,
                new StepProgress(
                        state(found.secretaryProblems(), true),
                        found.secretaryProblems(),
                        0,
                        "problem.step.secretary",
                        List.of(found.secretaryProblems())),
                StepCode.PROB_MEMBER,
                new StepProgress(
                        state(found.membersWithProblems(), found.membersWithProblems() >= found.members()),
                        found.membersWithProblems(),
                        found.members(),
                        "problem.step.member",
                        List.of(found.membersWithProblems(), found.members())));
    }

    @Override
    public Optional<String> page(StepCode step, BranchTask task) {
        return Optional.of("/tasks/" + task.getId() + "/problems");
    }

    private static StepState ofBranch(Found found) {
        if (found.branchProblems() == 0 && found.answeredAspects() == 0) {
            return StepState.NOT_STARTED;
        }
        boolean answered = found.branchProblems() > 0 && found.answeredAspects() >= found.aspects();
        return answered ? StepState.DONE : StepState.IN_PROGRESS;
    }

    private static StepState state(int problems, boolean complete) {
        if (problems == 0) {
            return StepState.NOT_STARTED;
        }
        return complete ? StepState.DONE : StepState.IN_PROGRESS;
    }
}
