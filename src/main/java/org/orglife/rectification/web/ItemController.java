package org.orglife.rectification.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.orglife.problem.ProblemAccess;
import org.orglife.rectification.ItemReview;
import org.orglife.rectification.ItemState;
import org.orglife.rectification.ItemWork;
import org.orglife.rectification.Items;
import org.orglife.rectification.Ledger;
import org.orglife.rectification.LedgerFilter;
import org.orglife.rectification.LedgerSort;
import org.orglife.rectification.LedgerStatus;
import org.orglife.rectification.PersonalState;
import org.orglife.rectification.RectificationItem;
import org.orglife.rectification.Recurrence;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
import org.orglife.shared.TypedText;
import org.orglife.web.Allow;
import org.orglife.web.Dates;
import org.orglife.web.Notice;
import org.orglife.web.OncePerForm;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One item: in the drawer beside the ledger, or on a page of its own; and every step of its life. */
@Controller
@RequestMapping("/ledger/{id}")
class ItemController {

    private static final int LONGEST_RESULT = 1000;
    private static final int LONGEST_REASON = 500;
    private static final int MOST_TO_MERGE_INTO = 200;

    private final Items items;
    private final ItemWork work;
    private final ItemReview review;
    private final Ledger ledger;
    private final Recurrence recurrence;
    private final OncePerForm once;
    private final Dates dates;

    ItemController(
            Items items,
            ItemWork work,
            ItemReview review,
            Ledger ledger,
            Recurrence recurrence,
            OncePerForm once,
            Dates dates) {
        this.recurrence = recurrence;
        this.items = items;
        this.work = work;
        this.review = review;
        this.ledger = ledger;
        this.once = once;
        this.dates = dates;
    }

    @GetMapping
    @PreAuthorize(Allow.BUSINESS)
    String item(
            @PathVariable long id,
            @RequestHeader(name = "HX-Target", required = false) @Nullable String target,
            @RequestParam(required = false) @Nullable String back,
            @CurrentScope BranchScope scope,
            Model model) {
        fill(id, back, scope, model);
        return "drawer".equals(target) ? "rectification/item :: drawer" : "rectification/item";
    }

    private void fill(long id, @Nullable String back, BranchScope scope, Model model) {
        Items.Detail detail = items.detail(id, scope);
        model.addAttribute("item", detail.item());
        model.addAttribute("problem", detail.item().getProblem());
        model.addAttribute("history", detail.history());
        model.addAttribute("rights", detail.rights());
        model.addAttribute("fallsToOffice", detail.fallsToOffice());
        model.addAttribute("personalState", PersonalState.of(detail.item().getState()));
        model.addAttribute("recurrence", recurrence.of(detail.item(), scope));
        model.addAttribute("writes", ProblemAccess.mayWrite(detail.item().getProblem(), scope));
        model.addAttribute("today", dates.today());
        model.addAttribute("back", LedgerAddress.back(back));
        if (detail.rights().withdraw()) {
            model.addAttribute("mergeable", mergeable(detail.item(), scope));
        }
    }

    /** Items of the same branch and campaign that are still open. */
    private Object mergeable(RectificationItem item, BranchScope scope) {
        Long campaign = item.getProblem().getTask().getCampaign().getId();
        LedgerFilter open = new LedgerFilter(
                campaign,
                item.getBranchId(),
                item.getProblem().getSubjectKind(),
                null,
                LedgerStatus.OPEN,
                null,
                null,
                false);
        return ledger.problems(open, LedgerSort.NUMBER, scope, MOST_TO_MERGE_INTO, 0).stream()
                .filter(row -> row.id() != item.getId())
                .toList();
    }

    @PostMapping("/hand-in")
    @PreAuthorize(Allow.BRANCH)
    String handIn(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String result,
            @RequestParam(required = false) @Nullable String evidence,
            @RequestParam(required = false) @Nullable String back,
            Actor actor,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        String words = TypedText.clean(result);
        String names = TypedText.clean(evidence);
        Objection objection =
                objection(words, LONGEST_RESULT, "rectification.result.missing", "rectification.result.long");
        if (objection == null && names != null) {
            objection = tooLong(names, LONGEST_REASON, "rectification.evidence.long");
        }
        if (objection != null) {
            model.addAttribute("typedEvidence", evidence);
            return again(id, back, "hand-in", objection, words, scope, model, response);
        }
        once.address(request, () -> {
            work.handIn(id, Objects.requireNonNull(words), names, actor, scope);
            return "/ledger/" + id;
        });
        return done(redirect, "rectification.handedIn", id, back);
    }

    @PostMapping("/take-back")
    @PreAuthorize(Allow.BRANCH)
    String takeBack(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String back,
            Actor actor,
            @CurrentScope BranchScope scope,
            RedirectAttributes redirect) {
        work.takeBack(id, actor, scope);
        return done(redirect, "rectification.takenBack", id, back);
    }

    @PostMapping("/approve")
    @PreAuthorize(Allow.BUSINESS)
    String approve(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String back,
            Actor actor,
            @CurrentScope BranchScope scope,
            RedirectAttributes redirect) {
        RectificationItem item = review.approve(id, actor, scope);
        boolean closed = item.getState() == ItemState.CLOSED;
        return done(redirect, closed ? "rectification.approved" : "rectification.verified", id, back);
    }

    @PostMapping("/return")
    @PreAuthorize(Allow.BUSINESS)
    String giveBack(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable String back,
            Actor actor,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        String words = TypedText.clean(reason);
        Objection objection =
                objection(words, LONGEST_REASON, "rectification.do.return.missing", "rectification.do.return.long");
        if (objection != null) {
            return again(id, back, "return", objection, words, scope, model, response);
        }
        review.giveBack(id, Objects.requireNonNull(words), actor, scope);
        return done(redirect, "rectification.returned", id, back);
    }

    @PostMapping("/withdraw")
    @PreAuthorize(Allow.SECRETARY)
    String withdraw(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable String back,
            Actor actor,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        String words = TypedText.clean(reason);
        Objection objection =
                objection(words, LONGEST_REASON, "rectification.do.withdraw.missing", "rectification.do.return.long");
        if (objection != null) {
            return again(id, back, "withdraw", objection, words, scope, model, response);
        }
        review.withdraw(id, Objects.requireNonNull(words), actor, scope);
        return done(redirect, "rectification.withdrawn", id, back);
    }

    @PostMapping("/merge")
    @PreAuthorize(Allow.SECRETARY)
    String merge(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Long into,
            @RequestParam(required = false) @Nullable String back,
            Actor actor,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (into == null) {
            return again(
                    id,
                    back,
                    "merge",
                    new Objection("rectification.do.merge.missing", 0),
                    null,
                    scope,
                    model,
                    response);
        }
        review.merge(id, into, actor, scope);
        return done(redirect, "rectification.merged", id, back);
    }

    @PostMapping("/measures/{measureId}/report")
    @PreAuthorize(Allow.BRANCH)
    String report(
            @PathVariable long id,
            @PathVariable long measureId,
            @Valid @ModelAttribute("report") ReportForm form,
            BindingResult errors,
            @RequestParam(required = false) @Nullable String back,
            Actor actor,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Objection objection = reportObjection(form, errors);
        if (objection != null) {
            model.addAttribute("typedOn", errors.getFieldValue("on"));
            model.addAttribute("typedDone", form.isDone());
            return again(id, back, "report-" + measureId, objection, form.words(), scope, model, response);
        }
        LocalDate on = form.on() == null ? dates.today() : form.on();
        once.address(request, () -> {
            work.report(id, measureId, form.words(), form.isDone(), on, actor, scope);
            return "/ledger/" + id;
        });
        return done(redirect, form.isDone() ? "rectification.completed" : "rectification.reported", id, back);
    }

    private @Nullable Objection reportObjection(ReportForm form, BindingResult errors) {
        if (errors.hasFieldErrors("on")) {
            return new Objection("typeMismatch.java.time.LocalDate", 0);
        }
        if (errors.hasErrors()) {
            return new Objection("typeMismatch.java.lang.String", 0);
        }
        if (form.on() != null && form.on().isAfter(dates.today())) {
            return new Objection("rectification.in-future", 0);
        }
        if (form.words() == null) {
            return form.isDone() ? null : new Objection("rectification.progress-missing", 0);
        }
        return tooLong(form.words(), LONGEST_REASON, "rectification.progress.long");
    }

    @PostMapping("/measures/{measureId}/reopen")
    @PreAuthorize(Allow.BRANCH)
    String reopen(
            @PathVariable long id,
            @PathVariable long measureId,
            @RequestParam(required = false) @Nullable String back,
            Actor actor,
            @CurrentScope BranchScope scope,
            RedirectAttributes redirect) {
        work.reopenMeasure(id, measureId, actor, scope);
        return done(redirect, "rectification.saved", id, back);
    }

    /** What is wrong with a text: the sentence, and how many characters are too many. */
    private record Objection(String code, int excess) {}

    private static @Nullable Objection objection(@Nullable String words, int longest, String missing, String tooLong) {
        return words == null ? new Objection(missing, 0) : tooLong(words, longest, tooLong);
    }

    private static @Nullable Objection tooLong(String words, int longest, String code) {
        int excess = TypedText.length(words) - longest;
        return excess > 0 ? new Objection(code, excess) : null;
    }

    /** The page once more, with what was typed and what is wrong with it beside its field. */
    private String again(
            long id,
            @Nullable String back,
            String at,
            Objection objection,
            @Nullable String typed,
            BranchScope scope,
            Model model,
            HttpServletResponse response) {
        fill(id, back, scope, model);
        model.addAttribute("wrongAt", at);
        model.addAttribute("objection", objection.code());
        model.addAttribute("excess", objection.excess());
        model.addAttribute("typed", typed);
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return "rectification/item";
    }

    private static String done(RedirectAttributes redirect, String code, long id, @Nullable String back) {
        Notice.leave(redirect, code);
        return "redirect:" + (back == null ? "/ledger/" + id : LedgerAddress.back(back));
    }
}
