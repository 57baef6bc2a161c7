package org.orglife.rectification.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.orglife.rectification.ItemReview;
import org.orglife.rectification.ItemState;
import org.orglife.rectification.RectificationItem;
import org.orglife.rectification.ReopenSource;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
import org.orglife.shared.TypedText;
import org.orglife.web.Allow;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a second person does with an item: strikes it off, sends it back, registers it again. */
@Controller
@RequestMapping("/ledger/{id}")
class ItemReviewController {

    private final ItemPage page;
    private final ItemReview review;

    ItemReviewController(ItemPage page, ItemReview review) {
        this.page = page;
        this.review = review;
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
        return ItemPage.done(redirect, closed ? "rectification.approved" : "rectification.verified", id, back);
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
        Objection objection = Objection.required(
                words, ItemPage.LONGEST_REASON, "rectification.do.return.missing", "rectification.do.return.long");
        if (objection != null) {
            return page.again(id, back, "return", objection, words, scope, model, response);
        }
        review.giveBack(id, Objects.requireNonNull(words), actor, scope);
        return ItemPage.done(redirect, "rectification.returned", id, back);
    }

    @PostMapping("/register-again")
    @PreAuthorize(Allow.BUSINESS)
    String reopen(
            @PathVariable long id,
            @RequestParam(defaultValue = "EVERYDAY") ReopenSource source,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable String back,
            Actor actor,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        String words = TypedText.clean(reason);
        Objection objection = Objection.required(
                words, ItemPage.LONGEST_REASON, "rectification.do.again.missing", "rectification.do.return.long");
        if (objection != null) {
            model.addAttribute("typedSource", source);
            return page.again(id, back, "again", objection, words, scope, model, response);
        }
        review.reopen(id, source, Objects.requireNonNull(words), actor, scope);
        return ItemPage.done(redirect, "rectification.reopened", id, back);
    }
}
