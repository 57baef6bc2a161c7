package org.orglife.sitting.web;

import org.jspecify.annotations.Nullable;
import org.orglife.sitting.CriticismRound;
import org.orglife.sitting.Gists;
import org.orglife.sitting.Statements;
import org.orglife.sitting.TurnStage;
import org.orglife.web.Allow;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who speaks at the console: members one after the other with their critics, guests with what they say. */
@Controller
@RequestMapping("/tasks/{taskId}/meeting/console")
class TurnController {

    private static final int LONGEST_REASON = 300;
    private static final int LONGEST_GIST = 1000;
    private static final int LONGEST_STATEMENT = 5000;

    private final CriticismRound round;
    private final Gists gists;
    private final Statements statements;
    private final ConsoleFrame frame;

    TurnController(Gists gists, CriticismRound round, Statements statements, ConsoleFrame frame) {
        this.gists = gists;
        this.round = round;
        this.statements = statements;
        this.frame = frame;
    }

    @PostMapping("/turns/{turnId}/next")
    @PreAuthorize(Allow.BRANCH)
    String next(
            Touch touch,
            @PathVariable long turnId,
            @RequestParam(defaultValue = "WAITING") TurnStage from,
            Model model) {
        round.next(touch.taskId(), turnId, from, touch.scope());
        return frame.after(touch, model);
    }

    @PostMapping("/turns/{turnId}/back")
    @PreAuthorize(Allow.BRANCH)
    String back(
            Touch touch,
            @PathVariable long turnId,
            @RequestParam(defaultValue = "WAITING") TurnStage from,
            Model model) {
        round.back(touch.taskId(), turnId, from, touch.scope());
        return frame.after(touch, model);
    }

    @PostMapping("/turns/{turnId}/skip")
    @PreAuthorize(Allow.BRANCH)
    String skip(
            Touch touch,
            @PathVariable long turnId,
            @RequestParam(required = false) @Nullable String reason,
            Model model) {
        round.skip(
                touch.taskId(),
                turnId,
                ConsoleFrame.required(reason, LONGEST_REASON, "sitting.turn.reason"),
                touch.scope());
        return frame.after(touch, model);
    }

    @PostMapping("/turns/{turnId}/call")
    @PreAuthorize(Allow.BRANCH)
    String call(Touch touch, @PathVariable long turnId, Model model) {
        round.call(touch.taskId(), turnId, touch.scope());
        return frame.after(touch, model);
    }

    @PostMapping("/turns/{turnId}/move")
    @PreAuthorize(Allow.BRANCH)
    String move(Touch touch, @PathVariable long turnId, @RequestParam(defaultValue = "true") boolean up, Model model) {
        round.move(touch.taskId(), turnId, up, touch.scope());
        return frame.after(touch, model);
    }

    @PostMapping("/turns/{turnId}/critics/{memberId}")
    @PreAuthorize(Allow.BRANCH)
    String criticised(
            Touch touch,
            @PathVariable long turnId,
            @PathVariable long memberId,
            @RequestParam(defaultValue = "true") boolean has,
            Model model) {
        round.criticised(touch.taskId(), turnId, memberId, has, touch.scope());
        return frame.after(touch, model);
    }

    @PostMapping("/turns/{turnId}/critics/{memberId}/gist")
    @PreAuthorize(Allow.BRANCH)
    String gist(
            Touch touch,
            @PathVariable long turnId,
            @PathVariable long memberId,
            @RequestParam(required = false) @Nullable String text,
            Model model) {
        gists.writeGist(touch.taskId(), turnId, memberId, ConsoleFrame.within(text, LONGEST_GIST), touch.scope());
        return frame.after(touch, model);
    }

    @PostMapping("/turns/{turnId}/self-criticism")
    @PreAuthorize(Allow.BRANCH)
    String selfCriticism(
            Touch touch,
            @PathVariable long turnId,
            @RequestParam(required = false) @Nullable String text,
            Model model) {
        gists.writeSelfCriticism(touch.taskId(), turnId, ConsoleFrame.within(text, LONGEST_GIST), touch.scope());
        return frame.after(touch, model);
    }

    @PostMapping("/turns/{turnId}/response")
    @PreAuthorize(Allow.BRANCH)
    String response(
            Touch touch,
            @PathVariable long turnId,
            @RequestParam(required = false) @Nullable String text,
            Model model) {
        gists.writeResponse(touch.taskId(), turnId, ConsoleFrame.within(text, LONGEST_GIST), touch.scope());
        return frame.after(touch, model);
    }

    @PostMapping("/items/{itemId}/speakers/{attendanceId}")
    @PreAuthorize(Allow.BRANCH)
    String spoke(Touch touch, @PathVariable long itemId, @PathVariable long attendanceId, Model model) {
        statements.spoke(touch.taskId(), itemId, attendanceId, touch.scope());
        return frame.after(touch, model);
    }

    @PostMapping("/statements/{statementId}")
    @PreAuthorize(Allow.BRANCH)
    String write(
            Touch touch,
            @PathVariable long statementId,
            @RequestParam(required = false) @Nullable String text,
            Model model) {
        statements.write(touch.taskId(), statementId, ConsoleFrame.within(text, LONGEST_STATEMENT), touch.scope());
        return frame.after(touch, model);
    }

    @PostMapping("/statements/{statementId}/delete")
    @PreAuthorize(Allow.BRANCH)
    String delete(Touch touch, @PathVariable long statementId, Model model) {
        statements.delete(touch.taskId(), statementId, touch.scope());
        return frame.after(touch, model);
    }
}
