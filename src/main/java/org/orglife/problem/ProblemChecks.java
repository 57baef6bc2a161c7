package org.orglife.problem;

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

/** How far the finding of problems has come: by the branch per aspect, by the secretary, by each member (domain 2.4). */
@Component
class ProblemChecks implements StepCheck {

    private final JdbcClient jdbc;

    ProblemChecks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Found(
            int branchProblems,
            int branchAspects,
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
                        select
                          count(*) filter (where p.subject_kind = 'BRANCH') branch_problems,
                          count(distinct p.aspect_id) filter (where p.subject_kind = 'BRANCH') branch_aspects,
                          (select count(*) from aspect a where a.campaign_id = :campaign and a.subject = 'BRANCH') aspects,
                          count(*) filter (where p.subject_kind = 'SECRETARY') secretary_problems,
                          count(distinct p.subject_member_id) members_with_problems,
                          (select count(*) from membership ms join member m on m.id = ms.member_id
                            where ms.branch_id = :branch and ms.until_on is null
                              and m.standing in ('NORMAL', 'ON_PROBATION_PENALTY')) members
                        from problem p where p.task_id = :task
                        """)
                .param("campaign", task.getCampaign().getId())
                .param("branch", task.getBranch().getId())
                .param("task", task.getId())
                .query(Found.class)
                .single();
        return Map.of(
                StepCode.PROB_BRANCH,
                new StepProgress(
                        state(found.branchProblems(), found.branchAspects() >= found.aspects()),
                        found.branchAspects(),
                        found.aspects(),
                        "problem.step.branch",
                        List.of(found.branchProblems(), found.branchAspects(), found.aspects())),
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
        String form = "/tasks/" + task.getId() + "/problems/new";
        return Optional.of(step == StepCode.PROB_BRANCH ? form : form + "?mine=true");
    }

    private static StepState state(int problems, boolean complete) {
        if (problems == 0) {
            return StepState.NOT_STARTED;
        }
        return complete ? StepState.DONE : StepState.IN_PROGRESS;
    }
}
