package org.orglife.campaign.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Objects;
import org.orglife.campaign.CampaignQuery;
import org.orglife.campaign.CampaignRow;
import org.orglife.campaign.CampaignService;
import org.orglife.campaign.CampaignState;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
import org.orglife.shared.Role;
import org.orglife.shared.RuleViolationException;
import org.orglife.web.Allow;
import org.orglife.web.Notice;
import org.orglife.web.OncePerForm;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 活动与通知: the list, and what the office does with a campaign as a whole. */
@Controller
@RequestMapping("/campaigns")
class CampaignController {

    private final CampaignService campaigns;
    private final CampaignQuery query;
    private final NoticePage page;
    private final OncePerForm once;

    CampaignController(CampaignService campaigns, CampaignQuery query, NoticePage page, OncePerForm once) {
        this.campaigns = campaigns;
        this.query = query;
        this.page = page;
        this.once = once;
    }

    /** A campaign as other programs read it; an address that stays. */
    record CampaignJson(long id, String title, int year, CampaignState state) {}

    @GetMapping(produces = MediaType.TEXT_HTML_VALUE)
    @PreAuthorize(Allow.BUSINESS)
    String list(@CurrentScope BranchScope scope, Model model) {
        model.addAttribute("campaigns", query.list(scope));
        model.addAttribute("office", scope.role() == Role.PARTY_OFFICE);
        model.addAttribute("leads", scope.role().leadsBranch());
        return "campaign/list";
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @PreAuthorize(Allow.BUSINESS)
    @ResponseBody
    List<CampaignJson> json(@CurrentScope BranchScope scope) {
        return query.list(scope).stream().map(CampaignController::json).toList();
    }

    private static CampaignJson json(CampaignRow row) {
        return new CampaignJson(row.id(), row.title(), row.year(), row.state());
    }

    @PostMapping("/{id}/issue")
    @PreAuthorize(Allow.OFFICE)
    String issue(
            @PathVariable long id,
            Actor actor,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        try {
            Notice.leave(redirect, "campaign.issued.notice", campaigns.issue(id, actor, scope));
            return "redirect:/campaigns/" + id;
        } catch (RuleViolationException refused) {
            model.addAttribute("refused", refused.code());
            model.addAttribute("refusedArguments", refused.arguments());
            response.setStatus(HttpStatus.CONFLICT.value());
            return page.show(id, actor, scope, model);
        }
    }

    /** The office calls off its own, a branch the meeting it asked for itself. */
    @PostMapping("/{id}/cancel")
    @PreAuthorize("hasAnyRole('PARTY_OFFICE','SECRETARY','DEPUTY')")
    String cancel(@PathVariable long id, @CurrentScope BranchScope scope, RedirectAttributes redirect) {
        campaigns.cancel(id, scope);
        Notice.leave(redirect, "campaign.cancelled.notice");
        return "redirect:/campaigns";
    }

    /** Every branch is done: the campaign is over. */
    @PostMapping("/{id}/close")
    @PreAuthorize(Allow.OFFICE)
    String close(@PathVariable long id, @CurrentScope BranchScope scope, RedirectAttributes redirect) {
        campaigns.close(id, scope);
        Notice.leave(redirect, "campaign.closed.notice");
        return "redirect:/campaigns/" + id + "/notice";
    }

    @PostMapping("/{id}/delete")
    @PreAuthorize(Allow.OFFICE)
    String delete(@PathVariable long id, @CurrentScope BranchScope scope, RedirectAttributes redirect) {
        campaigns.delete(id, scope);
        Notice.leave(redirect, "campaign.deleted.notice");
        return "redirect:/campaigns";
    }

    @PostMapping("/{id}/supplements")
    @PreAuthorize(Allow.OFFICE)
    String supplement(
            @PathVariable long id,
            @Valid @ModelAttribute("form") SupplementForm form,
            BindingResult errors,
            Actor actor,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page.show(id, actor, scope, model);
        }
        String address = once.record(request, () -> {
            campaigns.supplement(id, Objects.requireNonNull(form.title()), Objects.requireNonNull(form.body()), scope);
            return "/campaigns/" + id + "/notice";
        });
        Notice.leave(redirect, "campaign.supplement.notice");
        return "redirect:" + address;
    }
}
