package org.orglife.sitting.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.orglife.meeting.AgendaType;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
import org.orglife.shared.RuleViolationException;
import org.orglife.sitting.AgendaDetails;
import org.orglife.sitting.AgendaService;
import org.orglife.sitting.BallotSheets;
import org.orglife.sitting.Counting;
import org.orglife.sitting.VoteResult;
import org.orglife.web.Allow;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 议程 at the console: from one item to the next, what is said of it, what votes and ballots came to. */
@Controller
@RequestMapping("/tasks/{taskId}/meeting/console/items")
class AgendaItemController {

    private static final int LONGEST_TITLE = 60;
    private static final int LONGEST_PERSON = 40;
    private static final int LONGEST_REASON = 300;
    private static final int LONGEST_SCRIPT = 5000;
    private static final int LONGEST_NOTES = 30000;

    private final AgendaService agenda;
    private final Counting counting;
    private final ConsoleFrame frame;

    AgendaItemController(AgendaService agenda, Counting counting, ConsoleFrame frame) {
        this.agenda = agenda;
        this.counting = counting;
        this.frame = frame;
    }

    @PostMapping
    @PreAuthorize(Allow.BRANCH)
    String add(
            @PathVariable long taskId,
            @RequestParam(defaultValue = "OTHER") AgendaType type,
            @RequestParam(required = false) @Nullable String title,
            @RequestParam(required = false) @Nullable String person,
            @CurrentScope BranchScope scope,
            HttpServletRequest request,
            Model model) {
        String named = ConsoleFrame.required(title, LONGEST_TITLE, "sitting.item.title");
        agenda.add(taskId, type, new AgendaDetails(named, ConsoleFrame.within(person, LONGEST_PERSON), null), scope);
        return frame.after(taskId, request, scope, model);
    }

    @PostMapping("/{itemId}/begin")
    @PreAuthorize(Allow.BRANCH)
    String begin(
            @PathVariable long taskId,
            @PathVariable long itemId,
            @CurrentScope BranchScope scope,
            HttpServletRequest request,
            Model model) {
        agenda.begin(taskId, itemId, scope);
        return frame.after(taskId, request, scope, model);
    }

    @PostMapping("/{itemId}/next")
    @PreAuthorize(Allow.BRANCH)
    String next(
            @PathVariable long taskId,
            @PathVariable long itemId,
            @CurrentScope BranchScope scope,
            HttpServletRequest request,
            Model model) {
        agenda.next(taskId, itemId, scope);
        return frame.after(taskId, request, scope, model);
    }

    @PostMapping("/{itemId}/put-back")
    @PreAuthorize(Allow.BRANCH)
    String putBack(
            @PathVariable long taskId,
            @PathVariable long itemId,
            @CurrentScope BranchScope scope,
            HttpServletRequest request,
            Model model) {
        agenda.putBack(taskId, itemId, scope);
        return frame.after(taskId, request, scope, model);
    }

    @PostMapping("/{itemId}/strike")
    @PreAuthorize(Allow.BRANCH)
    String strike(
            @PathVariable long taskId,
            @PathVariable long itemId,
            @RequestParam(required = false) @Nullable String reason,
            @CurrentScope BranchScope scope,
            HttpServletRequest request,
            Model model) {
        agenda.strike(taskId, itemId, ConsoleFrame.within(reason, LONGEST_REASON), scope);
        return frame.after(taskId, request, scope, model);
    }

    @PostMapping("/{itemId}/restore")
    @PreAuthorize(Allow.BRANCH)
    String restore(
            @PathVariable long taskId,
            @PathVariable long itemId,
            @CurrentScope BranchScope scope,
            HttpServletRequest request,
            Model model) {
        agenda.restore(taskId, itemId, scope);
        return frame.after(taskId, request, scope, model);
    }

    @PostMapping("/{itemId}/move")
    @PreAuthorize(Allow.BRANCH)
    String move(
            @PathVariable long taskId,
            @PathVariable long itemId,
            @RequestParam(defaultValue = "true") boolean up,
            @CurrentScope BranchScope scope,
            HttpServletRequest request,
            Model model) {
        agenda.move(taskId, itemId, up, scope);
        return frame.after(taskId, request, scope, model);
    }

    @PostMapping("/{itemId}/script")
    @PreAuthorize(Allow.BRANCH)
    String say(
            @PathVariable long taskId,
            @PathVariable long itemId,
            @RequestParam(required = false) @Nullable String script,
            @CurrentScope BranchScope scope,
            HttpServletRequest request,
            Model model) {
        agenda.say(taskId, itemId, ConsoleFrame.within(script, LONGEST_SCRIPT), scope);
        return frame.after(taskId, request, scope, model);
    }

    @PostMapping("/{itemId}/notes")
    @PreAuthorize(Allow.BRANCH)
    String write(
            @PathVariable long taskId,
            @PathVariable long itemId,
            @RequestParam(required = false) @Nullable String notes,
            @RequestParam(defaultValue = "-1") long version,
            @CurrentScope BranchScope scope,
            HttpServletRequest request,
            Model model) {
        agenda.write(taskId, itemId, ConsoleFrame.within(notes, LONGEST_NOTES), version, scope);
        return frame.after(taskId, request, scope, model);
    }

    @PostMapping("/{itemId}/vote")
    @PreAuthorize(Allow.BRANCH)
    String vote(
            @PathVariable long taskId,
            @PathVariable long itemId,
            @RequestParam(defaultValue = "0") int approve,
            @RequestParam(defaultValue = "0") int against,
            @RequestParam(defaultValue = "0") int abstain,
            @CurrentScope BranchScope scope,
            HttpServletRequest request,
            Model model) {
        counting.vote(taskId, itemId, new VoteResult(approve, against, abstain), scope);
        return frame.after(taskId, request, scope, model);
    }

    @PostMapping("/{itemId}/ballot")
    @PreAuthorize(Allow.BRANCH)
    String ballot(
            @PathVariable long taskId,
            @PathVariable long itemId,
            @RequestParam(required = false) @Nullable String scrutineer,
            @RequestParam(required = false) @Nullable String teller,
            @RequestParam(required = false) @Nullable Integer issued,
            @RequestParam(required = false) @Nullable Integer returned,
            @RequestParam(defaultValue = "0") int invalid,
            @CurrentScope BranchScope scope,
            HttpServletRequest request,
            Model model) {
        if (issued == null || returned == null) {
            throw new RuleViolationException("sitting.ballot.numbers");
        }
        counting.ballot(
                taskId,
                itemId,
                new BallotSheets(
                        ConsoleFrame.required(scrutineer, LONGEST_PERSON, "sitting.ballot.people"),
                        ConsoleFrame.required(teller, LONGEST_PERSON, "sitting.ballot.people"),
                        issued,
                        returned,
                        invalid),
                scope);
        return frame.after(taskId, request, scope, model);
    }
}
