package org.orglife.minutes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.campaign.ReportCheck;
import org.orglife.campaign.ReportLine;
import org.orglife.campaign.StepCode;
import org.orglife.campaign.StepProgress;
import org.orglife.campaign.StepRow;
import org.orglife.shared.BranchScope;
import org.orglife.sitting.Attendance;
import org.orglife.sitting.AttendanceStatus;
import org.orglife.sitting.ConsoleQuery;
import org.orglife.sitting.HeldMeeting;
import org.orglife.sitting.MeetingPhase;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 还差什么才能上报 (gate G4, domain 2.5). */
@Component
class ReportGate implements ReportCheck {

    private final BranchTaskService tasks;
    private final ConsoleQuery console;
    private final MeetingMakeUpRepository makeUps;

    ReportGate(BranchTaskService tasks, ConsoleQuery console, MeetingMakeUpRepository makeUps) {
        this.tasks = tasks;
        this.console = console;
        this.makeUps = makeUps;
    }

    @Override
    @Transactional(readOnly = true)
    public List<ReportLine> missing(BranchTask task, BranchScope scope) {
        List<ReportLine> lines = new ArrayList<>();
        String minutes = "/tasks/" + task.getId() + "/minutes";
        HeldMeeting held = console.held(task).orElse(null);
        if (held == null || !held.getPhase().isHeld()) {
            lines.add(hard("minutes.report.meeting", "/tasks/" + task.getId() + "/meeting"));
        } else {
            if (held.getPhase() != MeetingPhase.RECORD_SIGNED) {
                lines.add(hard("minutes.report.unsigned", minutes + "#sign"));
            }
            addPeople(lines, held, task);
        }
        Map<StepCode, StepRow> steps =
                tasks.steps(task, scope).stream().collect(Collectors.toMap(StepRow::code, Function.identity()));
        addStep(lines, true, steps.get(StepCode.BRANCH_LIST), task);
        if (task.getCampaign().isCombinesMemberReview()) {
            addStep(lines, true, steps.get(StepCode.ASSESSMENT), task);
        }
        addFeedback(lines, steps.get(StepCode.FEEDBACK), task);
        addStep(lines, false, steps.get(StepCode.PERSONAL_LISTS), task);
        addStep(lines, false, steps.get(StepCode.PUBLICATION), task);
        lines.sort(Comparator.comparing(line -> !line.must()));
        return lines;
    }

    /** A meeting that a workbook brought has neither reasons nor make-ups. */
    private void addPeople(List<ReportLine> lines, HeldMeeting held, BranchTask task) {
        String minutes = "/tasks/" + task.getId() + "/minutes#absent";
        List<Attendance> members = MinutesReading.eachOnce(console.attendance(held));
        long unsettled = members.stream()
                .filter(one -> one.getStatus() == AttendanceStatus.EXPECTED)
                .count();
        if (unsettled > 0) {
            lines.add(hard("minutes.report.unsettled", minutes, unsettled));
        }
        List<Attendance> away = members.stream().filter(one -> !one.isPresent()).toList();
        List<String> silent = away.stream()
                .filter(one -> one.getReason() == null)
                .map(Attendance::getName)
                .toList();
        if (!silent.isEmpty() && held.getSource() == null) {
            lines.add(hard("minutes.report.reasons", minutes, silent.size(), String.join("、", silent)));
        }
        Set<Long> madeUp = makeUps.of(held.getId()).stream()
                .map(MeetingMakeUp::getMemberId)
                .collect(Collectors.toSet());
        long without =
                away.stream().filter(one -> !madeUp.contains(one.getMemberId())).count();
        if (without > 0 && held.getSource() == null) {
            lines.add(hard("minutes.report.makeUps", "/tasks/" + task.getId() + "/make-ups", without));
        }
    }

    /** Grades are counted once their members were told: what is reported before is frozen without them. */
    private static void addFeedback(List<ReportLine> lines, @Nullable StepRow step, BranchTask task) {
        StepProgress progress = step == null ? null : step.progress();
        int untold = progress == null ? 0 : progress.total() - progress.done();
        if (untold > 0) {
            String page = "/tasks/" + task.getId() + "/review";
            lines.add(new ReportLine(false, "minutes.report.untold", List.of(untold), page));
        } else {
            addStep(lines, false, step, task);
        }
    }

    private static void addStep(List<ReportLine> lines, boolean must, @Nullable StepRow step, BranchTask task) {
        if (step != null && !step.isSettled()) {
            String page = step.page() == null ? "/tasks/" + task.getId() + "/steps/" + step.code() : step.page();
            lines.add(new ReportLine(must, "minutes.report." + step.code(), List.of(), page));
        }
    }

    private static ReportLine hard(String code, String page, Object... arguments) {
        return new ReportLine(true, code, List.of(arguments), page);
    }
}
