package org.orglife.ballot.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.orglife.ballot.BallotMode;
import org.orglife.ballot.BallotQuery;
import org.orglife.ballot.BallotResults;
import org.orglife.ballot.BallotState;
import org.orglife.ballot.BallotView;
import org.orglife.ballot.SubjectKind;
import org.orglife.ballot.VoidReason;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.shared.BranchScope;
import org.orglife.shared.PrintedCode;
import org.orglife.shared.RuleViolationException;
import org.orglife.web.PublicAddress;
import org.orglife.web.QrCode;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Draws the pages of the ballot. */
@Component
class BallotFrame {

    private static final List<Integer> ON_PAPER = List.of(1, 2, 3, 4, SubjectKind.ABSTENTION, SubjectKind.INVALID_LINE);

    private final BranchTaskService tasks;
    private final BallotQuery query;
    private final BallotResults results;
    private final PublicAddress address;

    BallotFrame(BranchTaskService tasks, BallotQuery query, BallotResults results, PublicAddress address) {
        this.tasks = tasks;
        this.query = query;
        this.results = results;
        this.address = address;
    }

    /** A slip ready to be drawn. */
    record Slip(String code, QrCode qr) {

        /** Codes do not appear in logs or messages. */
        @Override
        public String toString() {
            return "slip";
        }
    }

    String again(long taskId) {
        return "redirect:/tasks/" + taskId + "/meeting/ballot";
    }

    /**
     * The ballot, which must have been prepared.
     *
     * @throws RuleViolationException {@code ballot.state} if it was not
     */
    BallotView require(long taskId, BranchScope scope) {
        return query.of(taskId, scope).orElseThrow(() -> new RuleViolationException("ballot.state"));
    }

    String page(long taskId, BranchScope scope, Model model) {
        Optional<BallotView> found = query.of(taskId, scope);
        put(taskId, scope, model);
        model.addAttribute("ballot", found.orElse(null));
        boolean prepares = found.isEmpty() || found.get().state() == BallotState.VOID;
        model.addAttribute("prepares", prepares);
        model.addAttribute("officers", prepares ? query.candidates(taskId, scope) : List.of());
        model.addAttribute("me", scope.accountId());
        model.addAttribute("modes", BallotMode.values());
        model.addAttribute("reasons", VoidReason.values());
        model.addAttribute("grades", ON_PAPER);
        model.addAttribute("seesResult", found.isPresent() && seesResult(found.get(), scope));
        model.addAttribute("shared", address.of("/b/shared"));
        if (!model.containsAttribute("typed")) {
            model.addAttribute("typed", Map.of());
        }
        return "ballot/ballot";
    }

    /** The page once more with what stands in the way; what was typed is still there, but for passwords. */
    String refused(
            long taskId,
            RuleViolationException refused,
            HttpServletRequest request,
            HttpServletResponse response,
            BranchScope scope,
            Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("objection", refused.code());
        model.addAttribute("objectionArguments", refused.arguments());
        Map<String, String> typed = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (!name.equals("password") && !name.equals("_csrf")) {
                typed.put(name, values[0]);
            }
        });
        model.addAttribute("typed", typed);
        return page(taskId, scope, model);
    }

    private BranchTask put(long taskId, BranchScope scope, Model model) {
        BranchTask task = tasks.get(taskId, scope);
        model.addAttribute("task", task);
        return task;
    }

    String slips(long taskId, List<String> codes, BranchScope scope, Model model) {
        if (codes.isEmpty()) {
            return again(taskId);
        }
        put(taskId, scope, model);
        // Behind the #, where no browser sends and no server logs it.
        model.addAttribute(
                "slips",
                codes.stream()
                        .map(code -> new Slip(PrintedCode.shown(code), QrCode.of(address.of("/b") + "#" + code)))
                        .toList());
        model.addAttribute("address", address.shown() + "/b");
        model.addAttribute("unreachable", address.isThisMachine());
        return "ballot/slips";
    }

    String code(long taskId, String code, boolean again, BranchScope scope, Model model) {
        put(taskId, scope, model);
        model.addAttribute("again", again);
        model.addAttribute("code", PrintedCode.shown(code));
        return "ballot/code";
    }

    /**
     * What it came to, for the committee and the two officers (domain 7.2).
     *
     * @throws RuleViolationException {@code ballot.result.not-yours} for everybody else, {@code ballot.result.none} before
     *     it is counted
     */
    String result(long taskId, BranchScope scope, Model model) {
        BallotView ballot = require(taskId, scope);
        if (!seesResult(ballot, scope)) {
            throw new RuleViolationException("ballot.result.not-yours");
        }
        BranchTask task = put(taskId, scope, model);
        model.addAttribute("ballot", ballot);
        model.addAttribute(
                "result", results.of(task).orElseThrow(() -> new RuleViolationException("ballot.result.none")));
        model.addAttribute("grades", ON_PAPER);
        return "ballot/result";
    }

    private static boolean seesResult(BallotView ballot, BranchScope scope) {
        return scope.role().sitsOnCommittee() || ballot.asScrutineer() || ballot.asTeller();
    }
}
