package org.orglife.sitting.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
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
            @PathVariable long taskId,
            @PathVariable long turnId,
            @RequestParam(defaultValue = "WAITING") TurnStage from,
            @CurrentScope BranchScope scope,
            HttpServletRequest request,
            Model model) {
        round.next(taskId, turnId, from, scope);
        return frame.after(taskId, request, scope, model);
    }

    @PostMapping("/turns/{turnId}/back")
    @PreAuthorize(Allow.BRANCH)
    String back(
            @PathVariable long taskId,
            @PathVariable long turnId,
            @RequestParam(defaultValue = "WAITING") TurnStage from,
            @CurrentScope BranchScope scope,
            HttpServletRequest request,
            Model model) {
        round.back(taskId, turnId, from, scope);
        return frame.after(taskId, request, scope, model);
    }

    @PostMapping("/turns/{turnId}/skip")
    @PreAuthorize(Allow.BRANCH)
    String skip(
            @PathVariable long taskId,
            @PathVariable long turnId,
            @RequestParam(required = false) @Nullable String reason,
            @CurrentScope BranchScope scope,
            HttpServletRequest request,
            Model model) {
        round.skip(taskId, turnId, ConsoleFrame.required(reason, LONGEST_REASON, "sitting.turn.reason"), scope);
        return frame.after(taskId, request, scope, model);
    }

    @PostMapping("/turns/{turnId}/call")
    @PreAuthorize(Allow.BRANCH)
    String call(
            @PathVariable long taskId,
            @PathVariable long turnId,
            @CurrentScope BranchScope scope,
            HttpServletRequest request,
            Model model) {
        round.call(taskId, turnId, scope);
        return frame.after(taskId, request, scope, model);
    }

    @PostMapping("/turns/{turnId}/move")
    @PreAuthorize(Allow.BRANCH)
    String move(
            @PathVariable long taskId,
            @PathVariable long turnId,
            @RequestParam(defaultValue = "true") boolean up,
            @CurrentScope BranchScope scope,
            HttpServletRequest request,
            Model model) {
        round.move(taskId, turnId, up, scope);
        return frame.after(taskId, request, scope, model);
    }

    @PostMapping("/turns/{turnId}/critics/{memberId}")
    @PreAuthorize(Allow.BRANCH)
    String criticised(
            @PathVariable long taskId,
            @PathVariable long turnId,
            @PathVariable long memberId,
            @RequestParam(defaultValue = "true") boolean has,
            @CurrentScope BranchScope scope,
            HttpServletRequest request,
            Model model) {
        round.criticised(taskId, turnId, memberId, has, scope);
        return frame.after(taskId, request, scope, model);
    }

    @PostMapping("/turns/{turnId}/critics/{memberId}/gist")
    @PreAuthorize(Allow.BRANCH)
    String gist(
            @PathVariable long taskId,
            @PathVariable long turnId,
            @PathVariable long memberId,
            @RequestParam(required = false) @Nullable String text,
            @CurrentScope BranchScope scope,
            HttpServletRequest request,
            Model model) {
        gists.writeGist(taskId, turnId, memberId, ConsoleFrame.within(text, LONGEST_GIST), scope);
        return frame.after(taskId, request, scope, model);
    }

    @PostMapping("/turns/{turnId}/self-criticism")
    @PreAuthorize(Allow.BRANCH)
    String selfCriticism(
            @PathVariable long taskId,
            @PathVariable long turnId,
            @RequestParam(required = false) @Nullable String text,
            @CurrentScope BranchScope scope,
            HttpServletRequest request,
            Model model) {
        gists.writeSelfCriticism(taskId, turnId, ConsoleFrame.within(text, LONGEST_GIST), scope);
        return frame.after(taskId, request, scope, model);
    }

    @PostMapping("/turns/{turnId}/response")
    @PreAuthorize(Allow.BRANCH)
    String response(
            @PathVariable long taskId,
            @PathVariable long turnId,
            @RequestParam(required = false) @Nullable String text,
            @CurrentScope BranchScope scope,
            HttpServletRequest request,
            Model model) {
        gists.writeResponse(taskId, turnId, ConsoleFrame.within(text, LONGEST_GIST), scope);
        return frame.after(taskId, request, scope, model);
    }

    @PostMapping("/items/{itemId}/speakers/{attendanceId}")
    @PreAuthorize(Allow.BRANCH)
    String spoke(
            @PathVariable long taskId,
            @PathVariable long itemId,
            @PathVariable long attendanceId,
            @CurrentScope BranchScope scope,
            HttpServletRequest request,
            Model model) {
        statements.spoke(taskId, itemId, attendanceId, scope);
        return frame.after(taskId, request, scope, model);
    }

    @PostMapping("/statements/{statementId}")
    @PreAuthorize(Allow.BRANCH)
    String write(
            @PathVariable long taskId,
            @PathVariable long statementId,
            @RequestParam(required = false) @Nullable String text,
            @CurrentScope BranchScope scope,
            HttpServletRequest request,
            Model model) {
        statements.write(taskId, statementId, ConsoleFrame.within(text, LONGEST_STATEMENT), scope);
        return frame.after(taskId, request, scope, model);
    }

    @PostMapping("/statements/{statementId}/delete")
    @PreAuthorize(Allow.BRANCH)
    String delete(
            @PathVariable long taskId,
            @PathVariable long statementId,
            @CurrentScope BranchScope scope,
            HttpServletRequest request,
            Model model) {
        statements.delete(taskId, statementId, scope);
        return frame.after(taskId, request, scope, model);
    }
}
