package org.orglife.statistics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.BranchTaskState;
import org.orglife.campaign.Campaign;
import org.orglife.campaign.CampaignService;
import org.orglife.campaign.PlannedStep;
import org.orglife.campaign.StepCode;
import org.orglife.campaign.StepLevel;
import org.orglife.campaign.StepPhase;
import org.orglife.campaign.StepState;
import org.orglife.organisation.ScopeSql;
import org.orglife.shared.BranchScope;
import org.orglife.shared.NotFoundException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Branches × steps of a campaign, in three statements however many branches there are. */
@Service
@Transactional(readOnly = true)
public class StepBoards {

    /** No more branches are shown at once; the rest is reached through the unit above them. */
    public static final int MOST_ROWS = 1000;

    private final CampaignService campaigns;
    private final JdbcClient jdbc;
    private final Clock clock;

    StepBoards(CampaignService campaigns, JdbcClient jdbc, Clock clock) {
        this.campaigns = campaigns;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A branch with what is counted of its steps. */
    private record Branch(
            long taskId,
            long unitId,
            String name,
            BranchTaskState state,
            @Nullable LocalDate meetingOn,
            Map<StepCode, Counted> counted) {}

    private record Counted(StepState state, int done, int total) {}

    /** What a branch has settled about a step. */
    private record Settled(
            boolean done, boolean waived, @Nullable LocalDate until) {}

    /**
     * The board.
     *
     * @param unit only the branches below this unit; null for all
     * @throws NotFoundException if the campaign has no branch within the scope
     */
    public StepBoard board(long campaignId, @Nullable Long unit, BranchScope scope) {
        Map<Long, Branch> branches = branches(campaignId, unit, scope);
        if (branches.isEmpty() && unit == null) {
            throw new NotFoundException(Campaign.class, campaignId);
        }
        Campaign campaign = campaigns.withSteps(campaignId);
        Map<Long, Map<StepCode, Settled>> settled = settled(campaignId, unit, scope);
        List<PlannedStep> steps = campaign.getSteps().stream()
                .filter(step -> step.code().phase() == StepPhase.BEFORE && step.level() != StepLevel.OFF)
                .toList();
        int noticeDays = campaign.getPolicy().noticeDays();
        List<StepBoardRow> rows = branches.values().stream()
                .limit(MOST_ROWS)
                .map(branch -> row(branch, steps, settled.getOrDefault(branch.taskId(), Map.of()), noticeDays))
                .toList();
        return new StepBoard(
                campaign, steps.stream().map(PlannedStep::code).toList(), rows, branches.size() <= MOST_ROWS);
    }

    private StepBoardRow row(Branch branch, List<PlannedStep> steps, Map<StepCode, Settled> settled, int noticeDays) {
        return new StepBoardRow(
                branch.taskId(),
                branch.unitId(),
                branch.name(),
                branch.state(),
                steps.stream()
                        .map(step -> cell(
                                step.withMeeting(branch.meetingOn(), noticeDays),
                                branch.counted().get(step.code()),
                                settled.get(step.code())))
                        .toList());
    }

    private StepCell cell(PlannedStep step, @Nullable Counted counted, @Nullable Settled settled) {
        LocalDate today = LocalDate.now(clock);
        LocalDate until = settled != null && settled.until() != null ? settled.until() : step.until();
        StepState state = StepState.of(
                step.level(),
                counted == null ? StepState.NOT_STARTED : counted.state(),
                settled != null && settled.done(),
                settled != null && settled.waived(),
                step.from() != null && step.from().isAfter(today));
        return new StepCell(
                step.code(),
                state,
                counted == null ? 0 : counted.done(),
                counted == null ? 0 : counted.total(),
                until != null && until.isBefore(today) && !state.isSettled());
    }

    private static String within(@Nullable Long unit, ScopeSql scope) {
        String below = unit == null ? "" : " and u.path like (select x.path from org_unit x where x.id = :unit) || '%'";
        return "t.campaign_id = :campaign and t.state <> 'EXEMPTED' and " + scope.condition() + below;
    }

    private static Map<String, Object> parameters(long campaignId, @Nullable Long unit, ScopeSql scope) {
        Map<String, Object> parameters = new HashMap<>(scope.parameters());
        parameters.put("campaign", campaignId);
        if (unit != null) {
            parameters.put("unit", unit);
        }
        return parameters;
    }

    /** One branch more than are shown, to know whether there are more. */
    private Map<Long, Branch> branches(long campaignId, @Nullable Long unit, BranchScope scope) {
        ScopeSql reach = ScopeSql.on("u", scope);
        Map<Long, Branch> branches = new LinkedHashMap<>();
        jdbc.sql("""
                        select b.task_id, b.unit_id, b.name, b.state, b.meeting_on, s.key code, s.value ->> 'state' step_state,
                          cast(s.value ->> 'done' as integer) done, cast(s.value ->> 'total' as integer) total from (
                          select t.id task_id, u.id unit_id, u.name, u.path, t.state, p.meeting_on, f.steps
                          from branch_task t
                          join org_unit u on u.id = t.branch_id
                          left join branch_plan p on p.id = t.id
                          left join task_figures f on f.task_id = t.id
                          where %s order by u.path limit :limit) b
                        left join lateral jsonb_each(b.steps) s on true
                        order by b.path
                        """.formatted(within(unit, reach)))
                .params(parameters(campaignId, unit, reach))
                .param("limit", MOST_ROWS + 1)
                .query(row -> {
                    Branch branch = branches.get(row.getLong("task_id"));
                    if (branch == null) {
                        branch = branch(row);
                        branches.put(branch.taskId(), branch);
                    }
                    if (row.getString("code") != null) {
                        branch.counted().put(StepCode.valueOf(row.getString("code")), counted(row));
                    }
                });
        return branches;
    }

    private static Branch branch(ResultSet row) throws SQLException {
        return new Branch(
                row.getLong("task_id"),
                row.getLong("unit_id"),
                row.getString("name"),
                BranchTaskState.valueOf(row.getString("state")),
                row.getObject("meeting_on", LocalDate.class),
                new EnumMap<>(StepCode.class));
    }

    private static Counted counted(ResultSet row) throws SQLException {
        return new Counted(StepState.valueOf(row.getString("step_state")), row.getInt("done"), row.getInt("total"));
    }

    private Map<Long, Map<StepCode, Settled>> settled(long campaignId, @Nullable Long unit, BranchScope scope) {
        ScopeSql reach = ScopeSql.on("u", scope);
        Map<Long, Map<StepCode, Settled>> settled = new HashMap<>();
        jdbc.sql("""
                        select s.task_id, s.code, s.done_on is not null done, s.waived_on is not null waived, s.until_on
                        from step_plan s join branch_task t on t.id = s.task_id join org_unit u on u.id = t.branch_id
                        where s.code is not null and %s
                        """.formatted(within(unit, reach)))
                .params(parameters(campaignId, unit, reach))
                .query(row -> {
                    settled.computeIfAbsent(row.getLong("task_id"), task -> new EnumMap<>(StepCode.class))
                            .put(
                                    StepCode.valueOf(row.getString("code")),
                                    new Settled(
                                            row.getBoolean("done"),
                                            row.getBoolean("waived"),
                                            row.getObject("until_on", LocalDate.class)));
                });
        return settled;
    }
}
