package org.orglife.meeting.web;

import java.util.ArrayList;
import java.util.List;
import org.orglife.campaign.BranchPlan;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.Campaign;
import org.orglife.campaign.PersonalText;
import org.orglife.campaign.StepCode;
import org.orglife.campaign.StepLevel;
import org.orglife.campaign.StepPhase;
import org.orglife.campaign.StepProgress;
import org.orglife.campaign.StepRow;
import org.orglife.campaign.StepState;
import org.orglife.meeting.AgendaTemplate;
import org.orglife.meeting.AgendaType;
import org.orglife.meeting.Invitation;
import org.orglife.meeting.MeetingForm;
import org.orglife.meeting.MeetingNotice;
import org.orglife.meeting.NoticeText;
import org.orglife.shared.Labels;
import org.orglife.web.Dates;
import org.springframework.stereotype.Component;

/** Writes the first draft of a notice (F23), its short version for a chat group, and of what the superior is told. */
@Component
class MeetingTexts {

    private static final String NUMBERS = "一二三四五六七八九十";

    private final Labels labels;
    private final Dates dates;

    MeetingTexts(Labels labels, Dates dates) {
        this.labels = labels;
        this.dates = dates;
    }

    /**
     * A notice made of what is settled.
     *
     * @param guests whoever is invited
     */
    NoticeText notice(BranchTask task, BranchPlan plan, MeetingForm form, List<Invitation> guests) {
        Campaign campaign = task.getCampaign();
        List<String> lines = new ArrayList<>();
        lines.add(labels.text("meeting.draft.to." + form.name()));
        lines.add(text("begin", campaign.getTitle()));
        lines.add("");
        lines.add(text("theme"));
        lines.add(campaign.getTheme() == null ? campaign.getTitle() : campaign.getTheme());
        lines.add("");
        lines.add(text("when"));
        lines.add(text("when.is", day(plan), plan.getStartsAt(), plan.getPlace()));
        lines.add("");
        lines.add(text("who"));
        lines.add(labels.text("meeting.draft.who." + form.name()));
        if (!guests.isEmpty()) {
            lines.add(text(
                    "invited",
                    String.join(
                            "、",
                            guests.stream()
                                    .map(guest -> guest.getUnit() == null
                                            ? guest.getName()
                                            : guest.getUnit() + guest.getName())
                                    .toList())));
        }
        lines.add(text("chair", plan.getChair().getName()));
        lines.add("");
        lines.add(text("agenda"));
        agenda(
                lines,
                AgendaTemplate.of(
                        task, guests.stream().map(Invitation::getCapacity).toList()));
        lines.add("");
        lines.add(text("prepare"));
        lines.add(text("prepare.do"));
        lines.add(labels.text("meeting.draft.paper." + campaign.getPolicy().personalText()));
        lines.add("");
        lines.add(text("asked"));
        lines.add(text("asked.do"));
        lines.add("");
        lines.add(task.getBranch().getName());
        lines.add(dates.full(dates.today()));
        return new NoticeText(text("title", campaign.getTitle()), String.join("\n", lines));
    }

    private void agenda(List<String> lines, List<AgendaType> items) {
        for (int at = 0; at < items.size(); at++) {
            lines.add(text("item", String.valueOf(NUMBERS.charAt(at)), labels.of(items.get(at))));
        }
    }

    /** The same in a few lines, to be pasted into a chat group. */
    String brief(BranchTask task, MeetingNotice notice) {
        String when = notice.getMeetingOn() == null ? "" : dates.dayAndWeekday(notice.getMeetingOn());
        String paper = task.getCampaign().getPolicy().personalText() == PersonalText.NONE ? text("brief.paper") : "";
        return text(
                "brief",
                when,
                String.valueOf(notice.getStartsAt()),
                String.valueOf(notice.getPlace()),
                task.getCampaign().getTitle(),
                paper,
                task.getBranch().getName());
    }

    /** How the meeting was prepared, told by the steps. */
    String report(BranchTask task, BranchPlan plan, List<StepRow> steps) {
        List<String> lines = new ArrayList<>();
        lines.add(labels.text(
                "meeting.report.begin",
                day(plan),
                String.valueOf(plan.getStartsAt()),
                plan.getPlace(),
                task.getCampaign().getTitle(),
                plan.getChair().getName()));
        int number = 0;
        for (StepRow row : steps) {
            if (belongsToReport(row)) {
                number++;
                lines.add(
                        labels.text("meeting.report.step", String.valueOf(number), labels.of(row.code()), words(row)));
            }
        }
        lines.add(labels.text("meeting.report.end"));
        lines.add(task.getBranch().getName());
        lines.add(dates.full(dates.today()));
        return String.join("\n", lines);
    }

    /** The steps before the meeting; what may be left out is told of only where something was done. */
    private static boolean belongsToReport(StepRow row) {
        boolean before = row.code().phase() == StepPhase.BEFORE
                && row.code() != StepCode.NOTICE
                && row.code() != StepCode.APPROVAL;
        boolean begun = row.state() != StepState.NOT_STARTED && row.state() != StepState.NOT_YET;
        return before && row.level() != StepLevel.OFF && (row.level() != StepLevel.MAY || begun);
    }

    private String words(StepRow row) {
        StepProgress progress = row.progress();
        String state = labels.of(row.state());
        if (row.plan() != null && row.plan().isWaived()) {
            return labels.text(
                    "meeting.report.waived", String.valueOf(row.plan().getWaivedReason()));
        }
        if (progress != null) {
            return labels.text(
                    "meeting.report.progress",
                    state,
                    labels.text(progress.code(), progress.arguments().toArray()));
        }
        return row.plan() != null && row.plan().getDoneOn() != null
                ? labels.text("campaign.step.doneOn.short", dates.day(row.plan().getDoneOn()))
                : state;
    }

    private String day(BranchPlan plan) {
        return dates.full(plan.getMeetingOn())
                + dates.dayAndWeekday(plan.getMeetingOn()).replaceAll("^[^（]*", "");
    }

    private String text(String key, Object... arguments) {
        return labels.text("meeting.draft." + key, arguments);
    }
}
