package org.orglife.talk.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.campaign.PlannedStep;
import org.orglife.campaign.StepCode;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
import org.orglife.shared.RuleViolationException;
import org.orglife.talk.RecordTalk;
import org.orglife.talk.Talk;
import org.orglife.talk.TalkAccess;
import org.orglife.talk.TalkBoards;
import org.orglife.talk.TalkMedium;
import org.orglife.talk.TalkQuery;
import org.orglife.talk.TalkRow;
import org.orglife.talk.TalkService;
import org.orglife.web.Allow;
import org.orglife.web.Dates;
import org.orglife.web.ListParams;
import org.orglife.web.Paging;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 谈心谈话: who still needs a talk, and one tap to note one. */
@Controller
class TalkBoardController {

    private static final Pattern PAIR = Pattern.compile("([0-9]{1,18})-([0-9]{1,18})");
    private static final int PAGE = 50;

    /** On paper everything stands at once. */
    private static final int MOST_PRINTED = 5000;

    private final BranchTaskService tasks;
    private final TalkBoards boards;
    private final TalkQuery query;
    private final TalkService talks;
    private final Dates dates;

    TalkBoardController(BranchTaskService tasks, TalkBoards boards, TalkQuery query, TalkService talks, Dates dates) {
        this.tasks = tasks;
        this.boards = boards;
        this.query = query;
        this.talks = talks;
        this.dates = dates;
    }

    /** The talks of the campaign that the branch is working on; a member's own. */
    @GetMapping("/talks")
    @PreAuthorize(Allow.BRANCH)
    String current(Actor actor, @CurrentScope BranchScope scope) {
        if (!scope.role().worksForBranch()) {
            return "redirect:/my-talks";
        }
        return "redirect:" + tasks.currentAddress(actor.unitId(), scope, "/talks");
    }

    @GetMapping("/tasks/{taskId}/talks")
    @PreAuthorize(Allow.BUSINESS)
    String board(
            @PathVariable long taskId,
            @RequestParam(required = false) @Nullable String view,
            @RequestParam(required = false) @Nullable String page,
            @CurrentScope BranchScope scope,
            Model model) {
        BranchTask task = tasks.get(taskId, scope);
        if (!scope.role().worksForBranch() && !scope.role().isSuperior()) {
            return "redirect:/my-talks";
        }
        TalkView shown = Objects.requireNonNullElse(ListParams.constant(TalkView.values(), view), TalkView.MEMBERS);
        fill(task, scope, model);
        if (scope.role().isSuperior()) {
            model.addAttribute("kinds", query.kinds(task));
            return "talk/counts";
        }
        Object recorded = model.getAttribute("recorded");
        if (recorded instanceof Long id) {
            model.addAttribute("just", talks.get(id, scope));
        }
        model.addAttribute("view", shown);
        model.addAttribute("views", TalkView.values());
        model.addAttribute("all", TalkAccess.seesAll(scope));
        model.addAttribute("toConfirm", query.toConfirm(scope));
        if (shown == TalkView.LIST) {
            Paging paging = Paging.of(ListParams.page(page), PAGE);
            model.addAttribute("rows", query.rows(task, scope, paging.size(), paging.offset()));
            model.addAttribute("pager", paging.over(query.count(task, scope)));
        } else {
            model.addAttribute("board", boards.of(task, scope));
        }
        return "talk/board";
    }

    private void fill(BranchTask task, BranchScope scope, Model model) {
        LocalDate until = task.getCampaign().getSteps().stream()
                .filter(step -> step.code() == StepCode.TALK)
                .map(PlannedStep::until)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        model.addAttribute("task", task);
        model.addAttribute("coverage", query.coverage(task));
        model.addAttribute("until", until);
        model.addAttribute("left", until == null ? null : dates.daysUntil(until));
        model.addAttribute("me", scope.memberId());
        model.addAttribute("meetingUntil", talks.meetingDay(task, scope));
    }

    /** One tap: these two, today, face to face. What was not so is put right afterwards. */
    @PostMapping("/tasks/{taskId}/talks/now")
    @PreAuthorize(Allow.BRANCH)
    String now(
            @PathVariable long taskId,
            @RequestParam(required = false) @Nullable String pair,
            @RequestParam(required = false) @Nullable String view,
            @CurrentScope BranchScope scope,
            RedirectAttributes redirect) {
        Matcher two = PAIR.matcher(pair == null ? "" : pair);
        if (!two.matches()) {
            throw new RuleViolationException("talk.no-partner");
        }
        RecordTalk talk = new RecordTalk(
                taskId,
                Long.parseLong(two.group(1)),
                List.of(Long.parseLong(two.group(2))),
                new Talk.Facts(dates.today(), TalkMedium.FACE, null),
                null);
        tell(talks.record(talk, scope), redirect);
        TalkView back = Objects.requireNonNullElse(ListParams.constant(TalkView.values(), view), TalkView.MEMBERS);
        return "redirect:/tasks/" + taskId + "/talks" + (back == TalkView.MEMBERS ? "" : "?view=" + back);
    }

    /** Leaves word of a record for the page that follows, where it can be put right or taken back. */
    static void tell(TalkService.Recorded recorded, RedirectAttributes redirect) {
        redirect.addFlashAttribute("recorded", recorded.id());
        redirect.addFlashAttribute("known", recorded.known());
    }

    /** F10 谈心谈话情况统计表, on paper. */
    @GetMapping("/tasks/{taskId}/talks/print")
    @PreAuthorize(Allow.BUSINESS)
    String print(@PathVariable long taskId, @CurrentScope BranchScope scope, Model model) {
        BranchTask task = tasks.get(taskId, scope);
        if (!scope.role().worksForBranch() && !scope.role().isSuperior()) {
            return "redirect:/my-talks";
        }
        fill(task, scope, model);
        model.addAttribute("kinds", query.kinds(task));
        if (!scope.role().isSuperior()) {
            List<TalkRow> rows = new ArrayList<>(query.rows(task, scope, MOST_PRINTED, 0));
            Collections.reverse(rows);
            model.addAttribute("rows", rows);
            model.addAttribute("board", boards.of(task, scope));
        }
        return "talk/print-table";
    }
}
