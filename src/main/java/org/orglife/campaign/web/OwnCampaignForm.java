package org.orglife.campaign.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.AspectSubject;
import org.orglife.campaign.Campaign;
import org.orglife.campaign.CampaignDetails;
import org.orglife.campaign.CampaignKind;
import org.orglife.campaign.PlannedStep;
import org.orglife.campaign.Policy;
import org.orglife.campaign.StepCode;
import org.orglife.web.Longest;
import org.springframework.format.annotation.DateTimeFormat;

/** 自行召开组织生活会: what a branch says of a meeting that no superior has asked for. */
record OwnCampaignForm(
        @NotBlank(message = "{campaign.title.missing}") @Size(max = 80, message = "{campaign.title.long}") @Nullable
        String title,

        @NotNull(message = "{campaign.year.missing}")
        @Min(value = 1949, message = "{campaign.year.range}")
        @Max(value = 2100, message = "{campaign.year.range}")
        @Nullable
        Integer year,

        @Longest(value = 1000, message = "{campaign.theme.long}") @Nullable
        String theme,

        @NotNull(message = "{campaign.ownMeeting.until.missing}")
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
        @Nullable
        LocalDate meetingUntil,

        @NotBlank(message = "{campaign.branchAspects.missing}") @Nullable
        String branchAspects,

        @NotBlank(message = "{campaign.memberAspects.missing}") @Nullable
        String memberAspects,

        @Nullable Boolean another) {

    /** A form with the aspects of the branch's last campaign. */
    static OwnCampaignForm like(Campaign last, int year) {
        return new OwnCampaignForm(
                null,
                year,
                null,
                null,
                CampaignForm.written(last.getAspects(AspectSubject.BRANCH)),
                CampaignForm.written(last.getAspects(AspectSubject.MEMBER)),
                null);
    }

    /** What is wrong beyond single fields: pairs of field and message code. */
    List<String[]> objections(LocalDate today) {
        List<String[]> objections = new ArrayList<>();
        if (meetingUntil != null && meetingUntil.isBefore(today)) {
            objections.add(new String[] {"meetingUntil", "campaign.plan.past"});
        }
        CampaignForm.checkAspects("branchAspects", branchAspects, objections);
        CampaignForm.checkAspects("memberAspects", memberAspects, objections);
        return objections;
    }

    /** Only to be called on a form that has passed validation. */
    CampaignDetails toDetails(LocalDate today) {
        return new CampaignDetails(
                CampaignKind.THEMATIC,
                false,
                Objects.requireNonNull(title),
                Objects.requireNonNull(year),
                null,
                null,
                theme,
                null,
                today,
                meetingUntil,
                null,
                null,
                CampaignForm.aspects(branchAspects),
                CampaignForm.aspects(memberAspects),
                List.of(),
                Arrays.stream(StepCode.values())
                        .map(code -> new PlannedStep(code, code.defaultLevel(), null, null))
                        .toList(),
                Policy.defaults(),
                Set.of());
    }
}
