package org.orglife.statistics.web;

import java.util.Arrays;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
import org.orglife.shared.NotFoundException;
import org.orglife.statistics.Boards;
import org.orglife.statistics.MeetingRows;
import org.orglife.statistics.Metric;
import org.orglife.web.Allow;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The meetings and people behind a branch's share of a figure. Superiors see numbers for each meeting: no names of
 * members, absent or present. Nobody sees a reason here.
 */
@Controller
class MeetingFiguresController {

    private final BranchTaskService tasks;
    private final Boards boards;
    private final MeetingRows rows;

    MeetingFiguresController(BranchTaskService tasks, Boards boards, MeetingRows rows) {
        this.tasks = tasks;
        this.boards = boards;
        this.rows = rows;
    }

    @GetMapping("/tasks/{taskId}/meeting-figures/{metric}")
    @PreAuthorize(Allow.BUSINESS)
    String rows(@PathVariable long taskId, @PathVariable String metric, @CurrentScope BranchScope scope, Model model) {
        Metric asked = Arrays.stream(Metric.values())
                .filter(known -> known.name().equals(metric) && MeetingRows.isOfMeetings(known))
                .findFirst()
                .orElseThrow(() -> new NotFoundException(Metric.class, metric));
        BranchTask task = tasks.get(taskId, scope);
        boolean named = MeetingRows.countsPeople(asked)
                && (!BoardController.isSuperior(scope) || MeetingRows.isOpenToSuperiors(asked));
        model.addAttribute("task", task);
        model.addAttribute("metric", asked);
        model.addAttribute(
                "total",
                boards.shares(task.getCampaign().getId(), asked, scope)
                        .getOrDefault(task.getBranch().getId(), 0L));
        model.addAttribute("meetings", MeetingRows.counted(rows.meetings(task), asked));
        if (named) {
            model.addAttribute("people", rows.people(task, asked));
        }
        return "statistics/meeting-rows";
    }
}
