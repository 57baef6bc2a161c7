package org.orglife.ballot.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.orglife.ballot.BallotMode;
import org.orglife.ballot.BallotOpening;
import org.orglife.ballot.BallotSubject;
import org.orglife.ballot.BallotView;
import org.orglife.ballot.PaperCount;
import org.orglife.ballot.SubjectKind;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
import org.orglife.shared.RuleViolationException;
import org.orglife.web.Allow;
import org.orglife.web.Notice;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * 监票人: takes the opening code, opens and closes the box, counts it together with the teller. Codes and passwords are read
 * from the request itself, so that no binding writes one to a log; what was counted on paper is shown again until it fits.
 */
@Controller
@RequestMapping("/tasks/{taskId}/meeting/ballot")
class ScrutineerController {

    private final BallotFrame frame;
    private final BallotOpening opening;

    ScrutineerController(BallotFrame frame, BallotOpening opening) {
        this.frame = frame;
        this.opening = opening;
    }

    /** The code is the answer to the request that made it, and to no other. */
    @PostMapping("/code")
    @PreAuthorize(Allow.BRANCH)
    String code(@PathVariable long taskId, @CurrentScope BranchScope scope, Model model) {
        boolean again = frame.require(taskId, scope).hasCode();
        return frame.code(taskId, opening.takeCode(taskId, scope), again, scope, model);
    }

    @PostMapping("/open")
    @PreAuthorize(Allow.BRANCH)
    String open(
            @PathVariable long taskId,
            @CurrentScope BranchScope scope,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        try {
            opening.open(taskId, request.getParameter("code"), scope);
        } catch (RuleViolationException refused) {
            return frame.refused(taskId, refused, request, response, scope, model);
        }
        return frame.again(taskId);
    }

    @PostMapping("/late")
    @PreAuthorize(Allow.BRANCH)
    String late(
            @PathVariable long taskId,
            @CurrentScope BranchScope scope,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        try {
            opening.admitLate(taskId, text(request, "password"), request.getRemoteAddr(), scope);
        } catch (RuleViolationException refused) {
            return frame.refused(taskId, refused, request, response, scope, model);
        }
        Notice.leave(redirect, "ballot.late.admitted");
        return frame.again(taskId);
    }

    @PostMapping("/close")
    @PreAuthorize(Allow.BRANCH)
    String close(@PathVariable long taskId, @CurrentScope BranchScope scope) {
        opening.close(taskId, scope);
        return frame.again(taskId);
    }

    @PostMapping("/count")
    @PreAuthorize(Allow.BRANCH)
    String count(
            @PathVariable long taskId,
            @CurrentScope BranchScope scope,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        try {
            BallotView ballot = frame.require(taskId, scope);
            accountForSlips(ballot, request);
            opening.count(
                    taskId,
                    new BallotOpening.Hands(
                            request.getParameter("code"),
                            number(request, "slipsReturned"),
                            paper(ballot, request),
                            text(request, "password")),
                    request.getRemoteAddr(),
                    scope);
        } catch (RuleViolationException refused) {
            return frame.refused(taskId, refused, request, response, scope, model);
        }
        return "redirect:/tasks/" + taskId + "/meeting/ballot/result";
    }

    /**
     * Every slip that was not used is in somebody's hand: it comes back, or both officers say that it does not.
     *
     * @throws RuleViolationException {@code ballot.count.left} unless the two numbers are all of them
     */
    private static void accountForSlips(BallotView ballot, HttpServletRequest request) {
        int told = number(request, "slipsReturned") + number(request, "slipsMissing");
        if (ballot.mode() == BallotMode.SLIPS && told != ballot.unused()) {
            throw new RuleViolationException("ballot.count.left", ballot.unused(), told);
        }
    }

    private static String text(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }

    /**
     * A number that was typed; nothing typed is none.
     *
     * @throws RuleViolationException {@code ballot.count.number} for anything that is no number up to 99,999
     */
    private static int number(HttpServletRequest request, String name) {
        String typed = text(request, name).strip();
        if (!typed.matches("\\d{0,5}")) {
            throw new RuleViolationException("ballot.count.number");
        }
        return typed.isEmpty() ? 0 : Integer.parseInt(typed);
    }

    private static PaperCount paper(BallotView ballot, HttpServletRequest request) {
        Map<Integer, int[]> lines = new LinkedHashMap<>();
        for (BallotSubject line : ballot.votedOn()) {
            int[] votes = new int[SubjectKind.INVALID_LINE + 1];
            for (int grade = 0; grade < votes.length; grade++) {
                votes[grade] = number(request, field(line.position(), grade));
            }
            lines.put(line.position(), votes);
        }
        return new PaperCount(number(request, "returned"), number(request, "invalid"), lines);
    }

    /** Name of the field of a grade in a line. */
    static String field(int position, int grade) {
        return "p" + position + "g" + grade;
    }
}
