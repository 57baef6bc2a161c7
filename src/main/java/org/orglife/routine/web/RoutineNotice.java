package org.orglife.routine.web;

import java.time.LocalTime;
import java.util.stream.Collectors;
import org.orglife.organisation.Member;
import org.orglife.routine.RoutineMeeting;
import org.orglife.routine.RoutinePlan;
import org.orglife.shared.Labels;
import org.orglife.web.Dates;
import org.springframework.stereotype.Component;

/** The words to paste into the branch's chat group. */
@Component
class RoutineNotice {

    private final Labels labels;
    private final Dates dates;

    RoutineNotice(Labels labels, Dates dates) {
        this.labels = labels;
        this.dates = dates;
    }

    /** What is going to be, when and where, and whom to ask for leave. */
    String text(RoutineMeeting meeting) {
        RoutinePlan plan = meeting.getPlan();
        LocalTime starts = plan.getStartsAt();
        Member chair = plan.getChair();
        String who = plan.getGroup() == null
                ? meeting.getBranch().getName()
                : meeting.getBranch().getName() + plan.getGroup().getName();
        String when = dates.dayAndWeekday(plan.getHeldOn()) + (starts == null ? "" : starts.toString());
        String text = labels.text(
                "routine.notice.text",
                who,
                when,
                plan.getPlace() == null ? labels.text("routine.notice.place.open") : plan.getPlace(),
                kinds(plan),
                plan.getTopics());
        return text + "\n"
                + (chair == null
                        ? labels.text("routine.notice.leave")
                        : labels.text("routine.notice.leave.to", chair.getName()));
    }

    /** 党员大会、党课. */
    String kinds(RoutinePlan plan) {
        return plan.getKinds().stream().map(labels::of).collect(Collectors.joining("、"));
    }
}
