package org.orglife.rectification.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.orglife.rectification.ItemReview;
import org.orglife.rectification.Transfers;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
import org.orglife.shared.TypedText;
import org.orglife.web.Allow;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How an item ends without being struck off: taken back, merged into another one, handed over to another branch. */
@Controller
@RequestMapping("/ledger/{id}")
class ItemEndController {

    private static final int LONGEST_HANDOVER = 300;

    private final ItemPage page;
    private final ItemReview review;
    private final Transfers transfers;

    ItemEndController(ItemPage page, ItemReview review, Transfers transfers) {
        this.page = page;
        this.review = review;
        this.transfers = transfers;
    }

    @PostMapping("/withdraw")
    @PreAuthorize(Allow.SECRETARY)
    String withdraw(
            @PathVariable long id,
            @ModelAttribute("decided") DecisionForm form,
            BindingResult errors,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable String back,
            Actor actor,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        String words = TypedText.clean(reason);
        Objection wrong = Objection.required(
                words, ItemPage.LONGEST_REASON, "rectification.do.withdraw.missing", "rectification.do.return.long");
        wrong = wrong == null ? form.objection(errors) : wrong;
        if (wrong == null) {
            wrong = ItemPage.attempt(
                    List.of("rectification.decision."),
                    () -> review.withdraw(id, form.toDecision(), Objects.requireNonNull(words), actor, scope));
        }
        if (wrong != null) {
            model.addAttribute("typedBody", form.body());
            model.addAttribute("typedOn", errors.getFieldValue("on"));
            return page.again(id, back, "withdraw", wrong, words, scope, model, response);
        }
        return ItemPage.done(redirect, "rectification.withdrawn", id, back);
    }

    @PostMapping("/merge")
    @PreAuthorize(Allow.SECRETARY)
    String merge(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Long into,
            @RequestParam(defaultValue = "false") boolean takeMeasures,
            @RequestParam(required = false) @Nullable String back,
            Actor actor,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Objection wrong = into == null
                ? Objection.of("rectification.do.merge.missing")
                : ItemPage.attempt(
                        List.of("rectification.merge."), () -> review.merge(id, into, takeMeasures, actor, scope));
        if (wrong != null) {
            model.addAttribute("typedInto", into);
            model.addAttribute("typedTake", takeMeasures);
            return page.again(id, back, "merge", wrong, null, scope, model, response);
        }
        return ItemPage.done(redirect, "rectification.merged", id, back);
    }

    @PostMapping("/transfer")
    @PreAuthorize(Allow.OFFICE)
    String transfer(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Long branch,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable String back,
            Actor actor,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        String words = TypedText.clean(reason);
        Objection wrong = branch == null
                ? Objection.of("rectification.do.transfer.missing")
                : Objection.required(
                        words, LONGEST_HANDOVER, "rectification.do.transfer.why", "rectification.do.transfer.long");
        if (wrong == null) {
            wrong = ItemPage.attempt(
                    List.of("rectification.transfer."),
                    () -> transfers.transfer(
                            id, Objects.requireNonNull(branch), Objects.requireNonNull(words), actor, scope));
        }
        if (wrong != null) {
            model.addAttribute("typedBranch", branch);
            return page.again(id, back, "transfer", wrong, words, scope, model, response);
        }
        return ItemPage.done(redirect, "rectification.transferred", id, back);
    }
}
