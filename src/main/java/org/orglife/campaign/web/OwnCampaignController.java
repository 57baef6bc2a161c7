package org.orglife.campaign.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.LocalDate;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.campaign.CampaignService;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
import org.orglife.shared.Labels;
import org.orglife.shared.RuleViolationException;
import org.orglife.web.Allow;
import org.orglife.web.Dates;
import org.orglife.web.Notice;
import org.orglife.web.OncePerForm;
import org.orglife.web.Redrawn;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 自行召开组织生活会: a branch meets without being asked to. */
@Controller
@RequestMapping("/own-meetings")
class OwnCampaignController {

    private static final String NAMESAKE = "campaign.namesake";

    private final CampaignService campaigns;
    private final BranchTaskService tasks;
    private final OncePerForm once;
    private final Labels labels;
    private final Dates dates;

    OwnCampaignController(
            CampaignService campaigns, BranchTaskService tasks, OncePerForm once, Labels labels, Dates dates) {
        this.campaigns = campaigns;
        this.tasks = tasks;
        this.once = once;
        this.labels = labels;
        this.dates = dates;
    }

    @GetMapping("/new")
    @PreAuthorize(Allow.SECRETARY)
    String blank(Actor actor, @CurrentScope BranchScope scope, Model model) {
        int year = dates.today().getYear();
        model.addAttribute(
                "form",
                tasks.current(actor.unitId(), scope)
                        .map(task -> tasks.get(task.getId(), scope))
                        .map(BranchTask::getCampaign)
                        .map(last -> OwnCampaignForm.like(last, year))
                        .orElseGet(() -> new OwnCampaignForm(
                                null,
                                year,
                                null,
                                null,
                                labels.text("campaign.preset.branchAspects"),
                                labels.text("campaign.preset.memberAspects"),
                                null)));
        return "campaign/own-meeting";
    }

    @PostMapping
    @PreAuthorize(Allow.SECRETARY)
    String begin(
            @Valid @ModelAttribute("form") OwnCampaignForm form,
            BindingResult errors,
            Actor actor,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        LocalDate today = dates.today();
        form.objections(today).forEach(objection -> errors.rejectValue(objection[0], objection[1]));
        if (!errors.hasErrors()) {
            try {
                boolean another = Boolean.TRUE.equals(form.another());
                String address = once.address(
                        request,
                        () -> "/tasks/" + campaigns.initiate(form.toDetails(today), another, actor, scope) + "/plan");
                Notice.leave(redirect, "campaign.ownMeeting.begun");
                return "redirect:" + address;
            } catch (RuleViolationException namesake) {
                if (!NAMESAKE.equals(namesake.code())) {
                    throw namesake;
                }
                errors.rejectValue("another", NAMESAKE, namesake.arguments(), null);
            }
        }
        Redrawn.with(model, form, errors);
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return "campaign/own-meeting";
    }
}
