package org.orglife.lookback.web;

import java.util.List;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.lookback.CheckedBy;
import org.orglife.lookback.Extent;
import org.orglife.lookback.Finding;
import org.orglife.lookback.LookBackAccess;
import org.orglife.lookback.LookBackLine;
import org.orglife.lookback.LookBackQuery;
import org.orglife.lookback.LookBackView;
import org.orglife.lookback.LookBackWords;
import org.orglife.lookback.Pool;
import org.orglife.lookback.RoundRow;
import org.orglife.organisation.Roster;
import org.orglife.shared.BranchScope;
import org.orglife.web.Dates;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Draws the pages of look backs. */
@Component
class LookBackFrame {

    private final BranchTaskService tasks;
    private final LookBackQuery query;
    private final LookBackWords words;
    private final Roster roster;
    private final Dates dates;

    LookBackFrame(BranchTaskService tasks, LookBackQuery query, LookBackWords words, Roster roster, Dates dates) {
        this.tasks = tasks;
        this.query = query;
        this.words = words;
        this.roster = roster;
        this.dates = dates;
    }

    static String address(long id) {
        return "/look-backs/" + id;
    }

    String list(long taskId, BranchScope scope, Model model) {
        BranchTask task = tasks.get(taskId, scope);
        List<RoundRow> rounds = query.of(task, scope);
        boolean office = !scope.role().leadsBranch();
        boolean open = rounds.stream()
                .anyMatch(round -> round.byOffice() == office && round.state().isOpen());
        boolean draws = task.getState().isOpen() && LookBackAccess.draws(scope);
        model.addAttribute("task", task);
        model.addAttribute("rounds", rounds);
        model.addAttribute("waits", draws && open);
        model.addAttribute("draws", draws && !open && query.pool(task, scope).size() > 0);
        return "lookback/list";
    }

    /** The form of a new round, with what can be looked at. */
    String drawing(long taskId, BranchScope scope, Model model) {
        BranchTask task = tasks.get(taskId, scope);
        Pool pool = query.pool(task, scope);
        model.addAttribute("task", task);
        model.addAttribute("pool", pool);
        model.addAttribute("extents", Extent.values());
        model.addAttribute(
                "people",
                scope.role().leadsBranch()
                        ? roster.membersOf(task.getBranch().getId(), dates.today(), scope)
                        : List.of());
        return "lookback/form";
    }

    String one(long id, BranchScope scope, Model model) {
        put(query.view(id, scope), model);
        return "lookback/round";
    }

    String print(long id, BranchScope scope, Model model) {
        put(query.view(id, scope), model);
        return "lookback/print";
    }

    private void put(LookBackView view, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("task", view.task());
        model.addAttribute("round", view.round());
        model.addAttribute("findings", Finding.values());
        model.addAttribute("words", words.of(view));
    }

    /** The form of a result, beside what was said to be done. */
    String result(LookBackLine line, BranchScope scope, Model model) {
        model.addAttribute("line", line);
        model.addAttribute("round", line.result().getRound());
        model.addAttribute("task", tasks.glance(line.item().getTaskId(), scope));
        model.addAttribute("findings", Finding.values());
        model.addAttribute("ways", CheckedBy.values());
        return "lookback/result";
    }
}
