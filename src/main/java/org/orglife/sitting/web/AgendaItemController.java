package org.orglife.sitting.web;

import org.jspecify.annotations.Nullable;
import org.orglife.meeting.AgendaType;
import org.orglife.shared.RuleViolationException;
import org.orglife.sitting.AgendaDetails;
import org.orglife.sitting.AgendaService;
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
            Touch touch,
            @RequestParam(defaultValue = "OTHER") AgendaType type,
            @RequestParam(required = false) @Nullable String title,
            @RequestParam(required = false) @Nullable String person,
            Model model) {
        String named = ConsoleFrame.required(title, LONGEST_TITLE, "sitting.item.title");
        agenda.add(
                touch.taskId(),
                type,
                new AgendaDetails(named, ConsoleFrame.within(person, LONGEST_PERSON), null),
                touch.scope());
        return frame.after(touch, model);
    }

    @PostMapping("/{itemId}/begin")
    @PreAuthorize(Allow.BRANCH)
    String begin(Touch touch, @PathVariable long itemId, Model model) {
        agenda.begin(touch.taskId(), itemId, touch.scope());
        return frame.after(touch, model);
    }

    @PostMapping("/{itemId}/next")
    @PreAuthorize(Allow.BRANCH)
    String next(Touch touch, @PathVariable long itemId, Model model) {
        agenda.next(touch.taskId(), itemId, touch.scope());
        return frame.after(touch, model);
    }

    @PostMapping("/{itemId}/put-back")
    @PreAuthorize(Allow.BRANCH)
    String putBack(Touch touch, @PathVariable long itemId, Model model) {
        agenda.putBack(touch.taskId(), itemId, touch.scope());
        return frame.after(touch, model);
    }

    @PostMapping("/{itemId}/strike")
    @PreAuthorize(Allow.BRANCH)
    String strike(
            Touch touch,
            @PathVariable long itemId,
            @RequestParam(required = false) @Nullable String reason,
            Model model) {
        agenda.strike(touch.taskId(), itemId, ConsoleFrame.within(reason, LONGEST_REASON), touch.scope());
        return frame.after(touch, model);
    }

    @PostMapping("/{itemId}/restore")
    @PreAuthorize(Allow.BRANCH)
    String restore(Touch touch, @PathVariable long itemId, Model model) {
        agenda.restore(touch.taskId(), itemId, touch.scope());
        return frame.after(touch, model);
    }

    @PostMapping("/{itemId}/move")
    @PreAuthorize(Allow.BRANCH)
    String move(Touch touch, @PathVariable long itemId, @RequestParam(defaultValue = "true") boolean up, Model model) {
        agenda.move(touch.taskId(), itemId, up, touch.scope());
        return frame.after(touch, model);
    }

    @PostMapping("/{itemId}/script")
    @PreAuthorize(Allow.BRANCH)
    String say(
            Touch touch,
            @PathVariable long itemId,
            @RequestParam(required = false) @Nullable String script,
            Model model) {
        agenda.say(touch.taskId(), itemId, ConsoleFrame.within(script, LONGEST_SCRIPT), touch.scope());
        return frame.after(touch, model);
    }

    @PostMapping("/{itemId}/notes")
    @PreAuthorize(Allow.BRANCH)
    String write(
            Touch touch,
            @PathVariable long itemId,
            @RequestParam(required = false) @Nullable String notes,
            @RequestParam(defaultValue = "-1") long version,
            Model model) {
        agenda.write(touch.taskId(), itemId, ConsoleFrame.within(notes, LONGEST_NOTES), version, touch.scope());
        return frame.after(touch, model);
    }

    @PostMapping("/{itemId}/vote")
    @PreAuthorize(Allow.BRANCH)
    String vote(
            Touch touch,
            @PathVariable long itemId,
            @RequestParam(defaultValue = "0") String approve,
            @RequestParam(defaultValue = "0") String against,
            @RequestParam(defaultValue = "0") String abstain,
            Model model) {
        VoteResult result = new VoteResult(votes(approve), votes(against), votes(abstain));
        counting.vote(touch.taskId(), itemId, result, touch.scope());
        return frame.after(touch, model);
    }

    /** Votes as they were typed at the console, where a slip of the finger must not look like a lost page. */
    private static int votes(String typed) {
        String digits = typed.strip();
        if (!digits.matches("\\d{0,5}")) {
            throw new RuleViolationException("sitting.vote.numbers");
        }
        return digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }
}
