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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.Aspect;
import org.orglife.campaign.AspectSubject;
import org.orglife.campaign.Campaign;
import org.orglife.campaign.CampaignDetails;
import org.orglife.campaign.CampaignKind;
import org.orglife.campaign.NamedAspect;
import org.orglife.campaign.PlannedStep;
import org.orglife.campaign.StepCode;
import org.orglife.campaign.StepLevel;
import org.orglife.campaign.StudyItem;
import org.orglife.shared.TypedText;
import org.orglife.web.Longest;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * The page 新建活动. Lists are written one entry a line: an aspect as {@code 方面｜提示问题}, a study item with 必学 behind
 * a bar if everybody has to study it.
 */
record CampaignForm(
        @NotNull(message = "{campaign.kind.missing}") @Nullable
        CampaignKind kind,

        @Nullable Boolean combinesMemberReview,

        @NotBlank(message = "{campaign.title.missing}") @Size(max = 80, message = "{campaign.title.long}") @Nullable
        String title,

        @NotNull(message = "{campaign.year.missing}")
        @Min(value = 1949, message = "{campaign.year.range}")
        @Max(value = 2100, message = "{campaign.year.range}")
        @Nullable
        Integer year,

        @Size(max = 60, message = "{campaign.docNumber.long}") @Nullable
        String docNumber,

        @Longest(value = 2000, message = "{campaign.basis.long}") @Nullable
        String basis,

        @Longest(value = 1000, message = "{campaign.theme.long}") @Nullable
        String theme,

        @Longest(value = 500, message = "{campaign.requirementPhrase.long}") @Nullable
        String requirementPhrase,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate meetingFrom,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate meetingUntil,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate reportDueOn,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate rectificationDueOn,

        @NotBlank(message = "{campaign.branchAspects.missing}") @Nullable
        String branchAspects,

        @NotBlank(message = "{campaign.memberAspects.missing}") @Nullable
        String memberAspects,

        @Nullable String studyItems,
        @Nullable List<StepForm> steps,
        @Nullable PolicyForm policy,
        @Nullable Set<Long> targets,
        @Nullable Boolean another,
        @Nullable Long version) {

    private static final int LONGEST_ASPECT = 60;
    private static final int LONGEST_STUDY_ITEM = 200;
    private static final String BAR = "[|｜]";
    private static final String REQUIRED = "必学";

    static CampaignForm of(Campaign campaign) {
        return new CampaignForm(
                campaign.getKind(),
                campaign.isCombinesMemberReview(),
                campaign.getTitle(),
                campaign.getYear(),
                campaign.getDocNumber(),
                campaign.getBasis(),
                campaign.getTheme(),
                campaign.getRequirementPhrase(),
                campaign.getMeetingFrom(),
                campaign.getMeetingUntil(),
                campaign.getReportDueOn(),
                campaign.getRectificationDueOn(),
                written(campaign.getAspects(AspectSubject.BRANCH)),
                written(campaign.getAspects(AspectSubject.MEMBER)),
                campaign.getStudyItems().stream()
                        .map(item -> item.required() ? item.title() + "｜" + REQUIRED : item.title())
                        .collect(Collectors.joining("\n")),
                campaign.getSteps().stream().map(StepForm::of).toList(),
                PolicyForm.of(campaign.getPolicy()),
                campaign.getTargets(),
                null,
                campaign.getVersion());
    }

    static String written(List<Aspect> aspects) {
        return aspects.stream()
                .map(aspect -> aspect.getGuidingQuestions() == null
                        ? aspect.getTitle()
                        : aspect.getTitle() + "｜" + aspect.getGuidingQuestions())
                .collect(Collectors.joining("\n"));
    }

    /** What is wrong beyond single fields: pairs of field and message code. */
    List<String[]> objections() {
        List<String[]> objections = new ArrayList<>();
        if (meetingFrom != null && meetingUntil != null && meetingUntil.isBefore(meetingFrom)) {
            objections.add(new String[] {"meetingUntil", "campaign.window-backwards"});
        }
        checkAspects("branchAspects", branchAspects, objections);
        checkAspects("memberAspects", memberAspects, objections);
        if (lines(studyItems).stream().anyMatch(line -> TypedText.length(line) > LONGEST_STUDY_ITEM)) {
            objections.add(new String[] {"studyItems", "campaign.studyItems.long"});
        }
        for (int number = 0; steps != null && number < steps.size(); number++) {
            if (steps.get(number).isBackwards()) {
                objections.add(new String[] {"steps[" + number + "].until", "campaign.window-backwards"});
            }
        }
        return objections;
    }

    static void checkAspects(String field, @Nullable String text, List<String[]> objections) {
        List<NamedAspect> aspects = aspects(text);
        if (aspects.stream().anyMatch(aspect -> TypedText.length(aspect.title()) > LONGEST_ASPECT)) {
            objections.add(new String[] {field, "campaign.aspect.long"});
        }
        if (aspects.stream().map(NamedAspect::title).distinct().count() < aspects.size()) {
            objections.add(new String[] {field, "campaign.aspect.twice"});
        }
    }

    static List<NamedAspect> aspects(@Nullable String text) {
        return lines(text).stream()
                .map(line -> line.split(BAR, 2))
                .filter(parts -> TypedText.clean(parts[0]) != null)
                .map(parts -> new NamedAspect(
                        Objects.requireNonNull(TypedText.clean(parts[0])),
                        parts.length > 1 ? TypedText.clean(parts[1]) : null))
                .toList();
    }

    private static List<StudyItem> items(@Nullable String text) {
        return lines(text).stream()
                .map(line -> line.split(BAR, 2))
                .filter(parts -> TypedText.clean(parts[0]) != null)
                .map(parts -> new StudyItem(
                        Objects.requireNonNull(TypedText.clean(parts[0])),
                        parts.length > 1 && REQUIRED.equals(TypedText.clean(parts[1]))))
                .toList();
    }

    private static List<String> lines(@Nullable String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split("\n"))
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList();
    }

    /** Only to be called on a form that has passed validation. */
    CampaignDetails toDetails() {
        List<PlannedStep> planned = Arrays.stream(StepCode.values())
                .map(code -> steps == null
                        ? new PlannedStep(code, code.defaultLevel(), null, null)
                        : steps.stream()
                                .filter(step -> step.code() == code)
                                .findFirst()
                                .map(step -> new PlannedStep(
                                        code,
                                        step.level() == null ? StepLevel.OFF : step.level(),
                                        step.from(),
                                        step.until()))
                                .orElse(new PlannedStep(code, StepLevel.OFF, null, null)))
                .toList();
        return new CampaignDetails(
                Objects.requireNonNull(kind),
                Boolean.TRUE.equals(combinesMemberReview),
                Objects.requireNonNull(title),
                Objects.requireNonNull(year),
                docNumber,
                basis,
                theme,
                requirementPhrase,
                meetingFrom,
                meetingUntil,
                reportDueOn,
                rectificationDueOn,
                aspects(branchAspects),
                aspects(memberAspects),
                items(studyItems),
                planned,
                (policy == null ? PolicyForm.defaults() : policy).toPolicy(),
                targets == null ? Set.of() : targets);
    }
}
