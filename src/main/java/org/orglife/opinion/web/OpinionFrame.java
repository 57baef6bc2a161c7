package org.orglife.opinion.web;

import java.util.Arrays;
import java.util.List;
import org.orglife.campaign.AspectSubject;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.campaign.OpinionFormUse;
import org.orglife.opinion.OpinionAbout;
import org.orglife.opinion.OpinionAccess;
import org.orglife.opinion.OpinionChannel;
import org.orglife.opinion.OpinionMark;
import org.orglife.opinion.OpinionQuery;
import org.orglife.opinion.TargetGroup;
import org.orglife.organisation.Roster;
import org.orglife.shared.BranchScope;
import org.orglife.web.Dates;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the pages of one task have in common: its name, its tabs with counts, and what fields are chosen from. */
@Component
class OpinionFrame {

    private final BranchTaskService tasks;
    private final OpinionQuery query;
    private final Roster roster;
    private final Dates dates;

    OpinionFrame(BranchTaskService tasks, OpinionQuery query, Roster roster, Dates dates) {
        this.tasks = tasks;
        this.query = query;
        this.roster = roster;
        this.dates = dates;
    }

    /** Puts it all there, and says whether the reader works with the opinions. */
    boolean put(long taskId, String tab, BranchScope scope, Model model) {
        BranchTask task = tasks.get(taskId, scope);
        boolean works = OpinionAccess.works(scope);
        model.addAttribute("task", task);
        model.addAttribute("tab", tab);
        model.addAttribute("works", works);
        model.addAttribute("writes", works && task.getState().isOpen());
        model.addAttribute("totals", query.totals(taskId, scope));
        model.addAttribute("today", dates.today());
        model.addAttribute("channels", channels(task));
        model.addAttribute("groups", TargetGroup.values());
        model.addAttribute("abouts", OpinionAbout.values());
        model.addAttribute("marks", OpinionMark.values());
        model.addAttribute("aspects", task.getCampaign().getAspects(AspectSubject.BRANCH));
        return works;
    }

    /** Where the campaign uses no sheet, nobody is reminded of one. */
    private static List<OpinionChannel> channels(BranchTask task) {
        boolean sheets = task.getCampaign().getPolicy().opinionForm() != OpinionFormUse.NOT_USED;
        return Arrays.stream(OpinionChannel.values())
                .filter(channel -> sheets || channel != OpinionChannel.FORM)
                .toList();
    }

    /** The members of the branch, to be chosen from. */
    void putPeople(Model model, BranchScope scope) {
        BranchTask task = (BranchTask) model.getAttribute("task");
        if (task != null) {
            model.addAttribute("people", roster.membersOf(task.getBranch().getId(), dates.today(), scope));
        }
    }
}
