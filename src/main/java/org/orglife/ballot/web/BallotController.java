package org.orglife.ballot.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orglife.ballot.BallotMode;
import org.orglife.ballot.BallotQuery;
import org.orglife.ballot.BallotService;
import org.orglife.ballot.BallotView;
import org.orglife.ballot.VoidReason;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
import org.orglife.shared.PrintedCode;
import org.orglife.shared.RuleViolationException;
import org.orglife.web.Allow;
import org.orglife.web.Notice;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 测评, as those at the desk of the meeting and its two officers hold it. */
@Controller
@RequestMapping("/tasks/{taskId}/meeting/ballot")
class BallotController {

    private final BallotFrame frame;
    private final BallotQuery query;
    private final BallotService ballots;

    BallotController(BallotFrame frame, BallotQuery query, BallotService ballots) {
        this.frame = frame;
        this.query = query;
        this.ballots = ballots;
    }

    @GetMapping
    @PreAuthorize(Allow.BRANCH)
    String ballot(@PathVariable long taskId, @CurrentScope BranchScope scope, Model model) {
        return frame.page(taskId, scope, model);
    }

    /** How many ballots are in; while voting goes on nothing more is known. */
    @GetMapping(path = "/count", produces = MediaType.TEXT_PLAIN_VALUE)
    @PreAuthorize(Allow.BRANCH)
    @ResponseBody
    String count(@PathVariable long taskId, @CurrentScope BranchScope scope) {
        Optional<BallotView> found = query.of(taskId, scope);
        return String.valueOf(found.map(BallotView::used).orElse(0));
    }

    @PostMapping("/prepare")
    @PreAuthorize(Allow.BRANCH)
    String prepare(
            @PathVariable long taskId,
            @RequestParam(required = false) @Nullable BallotMode mode,
            @RequestParam(defaultValue = "0") long scrutineer,
            @RequestParam(defaultValue = "0") long teller,
            @CurrentScope BranchScope scope,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        try {
            if (mode == null || scrutineer == 0 || teller == 0) {
                throw new RuleViolationException("ballot.prepare.incomplete");
            }
            ballots.prepare(taskId, mode, scrutineer, teller, scope);
        } catch (RuleViolationException refused) {
            return frame.refused(taskId, refused, request, response, scope, model);
        }
        return frame.again(taskId);
    }

    /** The slips are the answer to the request that made them, and to no other. */
    @PostMapping("/issue")
    @PreAuthorize(Allow.BRANCH)
    String issue(@PathVariable long taskId, @CurrentScope BranchScope scope, Model model) {
        return frame.slips(taskId, ballots.issue(taskId, scope), scope, model);
    }

    @PostMapping("/reissue")
    @PreAuthorize(Allow.BRANCH)
    String reissue(@PathVariable long taskId, @CurrentScope BranchScope scope, Model model) {
        return frame.slips(taskId, ballots.reissue(taskId, scope), scope, model);
    }

    @PostMapping("/exchange")
    @PreAuthorize(Allow.BRANCH)
    String exchange(
            @PathVariable long taskId,
            @RequestParam(required = false) @Nullable String code,
            @CurrentScope BranchScope scope,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        try {
            String read = PrintedCode.read(code);
            if (read == null) {
                throw new RuleViolationException("ballot.exchange.unknown");
            }
            ballots.exchange(taskId, read, scope);
        } catch (RuleViolationException refused) {
            return frame.refused(taskId, refused, request, response, scope, model);
        }
        Notice.leave(redirect, "ballot.exchanged");
        return frame.again(taskId);
    }

    @PostMapping("/void")
    @PreAuthorize(Allow.BRANCH)
    String discard(
            @PathVariable long taskId,
            @RequestParam(required = false) @Nullable VoidReason reason,
            @CurrentScope BranchScope scope,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        try {
            if (reason == null) {
                throw new RuleViolationException("ballot.void.reason");
            }
            ballots.discard(taskId, reason, scope);
        } catch (RuleViolationException refused) {
            return frame.refused(taskId, refused, request, response, scope, model);
        }
        Notice.leave(redirect, "ballot.voided");
        return frame.again(taskId);
    }

    @GetMapping("/result")
    @PreAuthorize(Allow.BRANCH)
    String result(@PathVariable long taskId, @CurrentScope BranchScope scope, Model model) {
        return frame.result(taskId, scope, model);
    }
}
