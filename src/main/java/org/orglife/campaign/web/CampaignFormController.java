package org.orglife.campaign.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.orglife.campaign.Campaign;
import org.orglife.campaign.CampaignDetails;
import org.orglife.campaign.CampaignKind;
import org.orglife.campaign.CampaignService;
import org.orglife.campaign.StepCode;
import org.orglife.campaign.StepLevel;
import org.orglife.organisation.OrgUnit;
import org.orglife.organisation.OrgUnitService;
import org.orglife.organisation.UnitQuery;
import org.orglife.organisation.UnitRow;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Writing a campaign: new, or a draft anew. */
@Controller
@RequestMapping("/campaigns")
class CampaignFormController {

    private static final int MOST_TARGETS = 300;

    private static final String NAMESAKE = "campaign.namesake";

    private final CampaignService campaigns;
    private final OrgUnitService units;
    private final UnitQuery unitQuery;
    private final OncePerForm once;
    private final Labels labels;
    private final Dates dates;

    CampaignFormController(
            CampaignService campaigns,
            OrgUnitService units,
            UnitQuery unitQuery,
            OncePerForm once,
            Labels labels,
            Dates dates) {
        this.campaigns = campaigns;
        this.units = units;
        this.unitQuery = unitQuery;
        this.once = once;
        this.labels = labels;
        this.dates = dates;
    }

    @GetMapping("/new")
    @PreAuthorize(Allow.OFFICE)
    String blank(@CurrentScope BranchScope scope, Model model) {
        LocalDate today = dates.today();
        CampaignForm form = new CampaignForm(
                CampaignKind.ANNUAL,
                true,
                labels.text("campaign.preset.title", String.valueOf(today.getYear())),
                today.getYear(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                labels.text("campaign.preset.branchAspects"),
                labels.text("campaign.preset.memberAspects"),
                null,
                Arrays.stream(StepCode.values())
                        .map(code -> new StepForm(code, code.defaultLevel(), null, null))
                        .toList(),
                PolicyForm.defaults(),
                null,
                null,
                null);
        model.addAttribute("form", form);
        return page(scope, model);
    }

    @PostMapping
    @PreAuthorize(Allow.OFFICE)
    String create(
            @Valid @ModelAttribute("form") CampaignForm form,
            BindingResult errors,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        form.objections().forEach(objection -> errors.rejectValue(objection[0], objection[1]));
        if (!errors.hasErrors()) {
            try {
                String address = once.address(request, () -> "/campaigns/" + drafted(form, scope) + "/notice");
                Notice.leave(redirect, "campaign.saved.notice");
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
        return page(scope, model);
    }

    /** The namesake is looked for within the work that is done once: the draft itself is none of its own. */
    private long drafted(CampaignForm form, BranchScope scope) {
        OrgUnit issuer = units.tops(scope).get(0);
        CampaignDetails details = form.toDetails();
        if (!Boolean.TRUE.equals(form.another()) && campaigns.hasNamesake(issuer.getId(), details)) {
            throw new RuleViolationException(NAMESAKE, String.valueOf(details.year()), details.title());
        }
        return campaigns.draft(issuer.getId(), details, scope).getId();
    }

    @GetMapping("/{id}/edit")
    @PreAuthorize(Allow.OFFICE)
    String edit(@PathVariable long id, @CurrentScope BranchScope scope, Model model) {
        Campaign campaign = campaigns.get(id, scope);
        if (!campaign.getState().isDraft()) {
            throw new RuleViolationException("campaign.issued", campaign.getTitle());
        }
        model.addAttribute("form", CampaignForm.of(campaign));
        model.addAttribute("id", id);
        return page(scope, model);
    }

    @PostMapping("/{id}")
    @PreAuthorize(Allow.OFFICE)
    String change(
            @PathVariable long id,
            @Valid @ModelAttribute("form") CampaignForm form,
            BindingResult errors,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        form.objections().forEach(objection -> errors.rejectValue(objection[0], objection[1]));
        if (!errors.hasErrors()) {
            campaigns.change(id, Objects.requireNonNullElse(form.version(), -1L), form.toDetails(), scope);
            Notice.leave(redirect, "campaign.saved.notice");
            return "redirect:/campaigns/" + id + "/notice";
        }
        model.addAttribute("id", id);
        Redrawn.with(model, form, errors);
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(scope, model);
    }

    private String page(BranchScope scope, Model model) {
        List<UnitRow> targets = Stream.concat(
                        unitQuery.superiors(scope, MOST_TARGETS).stream(),
                        unitQuery.branches(null, scope, MOST_TARGETS).stream())
                .toList();
        model.addAttribute("units", targets.size() < MOST_TARGETS ? targets : unitQuery.superiors(scope, MOST_TARGETS));
        model.addAttribute("kinds", CampaignKind.values());
        model.addAttribute("levels", StepLevel.values());
        model.addAttribute("choices", PolicyChoices.CHOICES);
        model.addAttribute("switches", PolicyChoices.SWITCHES);
        model.addAttribute("days", PolicyChoices.DAYS);
        model.addAttribute("chosen", PolicyChoices.chosen((CampaignForm) model.getAttribute("form")));
        return "campaign/form";
    }
}
