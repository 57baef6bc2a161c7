package org.orglife.survey.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.orglife.opinion.TargetGroup;
import org.orglife.shared.TypedText;
import org.orglife.survey.SatisfactionScale;
import org.orglife.survey.SatisfactionSurvey;
import org.orglife.survey.SurveyLine;
import org.orglife.survey.SurveyTerms;
import org.orglife.survey.Surveys;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.validation.BindingResult;

/** How a survey asks, and with how many codes it begins. */
record SurveyForm(
        @NotNull(message = "{survey.group.missing}") @Nullable
        TargetGroup group,

        @NotNull(message = "{survey.scale.missing}") @Nullable
        SatisfactionScale scale,

        @NotNull(message = "{survey.closesOn.missing}") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate closesOn,

        @Nullable Boolean remarks,
        @Nullable List<@Nullable String> words,

        @Min(value = 0, message = "{survey.codes.number}")
        @Max(value = Surveys.MOST_CODES, message = "{survey.codes.number}")
        @Nullable
        Integer codes,

        @Nullable Boolean openToAll,
        @NotNull @Nullable Long version) {

    private static final int LONGEST = 500;
    private static final int USUAL_CODES = 20;

    static SurveyForm of(SatisfactionSurvey survey) {
        return new SurveyForm(
                survey.getTargetGroup(),
                survey.getScale(),
                survey.getClosesOn(),
                survey.isRemarksAsked(),
                survey.getLines().stream().map(SurveyLine::getWords).toList(),
                USUAL_CODES,
                survey.isOpenToAll(),
                survey.getVersion());
    }

    /** What bean validation cannot see: the words of each line, one by one. */
    void check(BindingResult errors, SatisfactionSurvey survey) {
        if (errors.getTarget() == null) {
            // a field that could not be read at all comes first
            return;
        }
        for (SurveyLine line : survey.getLines()) {
            String typed = words(line.getPosition());
            if (!line.isPersonal() && typed == null) {
                errors.rejectValue("words", "survey.words.missing", new Object[] {line.getPosition()}, null);
            } else if (typed != null && (TypedText.length(typed) > LONGEST || TypedText.isForbidden(typed))) {
                errors.rejectValue("words", "survey.words.wrong", new Object[] {line.getPosition(), LONGEST}, null);
            }
        }
    }

    /** The words of a line as they were typed; public for the page. */
    public @Nullable String words(int position) {
        return words == null || words.size() < position ? null : TypedText.clean(words.get(position - 1));
    }

    /** Only to be called on a form that has passed validation. */
    SurveyTerms terms() {
        return new SurveyTerms(
                Objects.requireNonNull(group),
                Objects.requireNonNull(scale),
                Objects.requireNonNull(closesOn),
                Boolean.TRUE.equals(remarks));
    }

    /** The words of each line; those about somebody's own item are ignored. */
    List<String> allWords(SatisfactionSurvey survey) {
        return survey.getLines().stream()
                .map(line -> Objects.requireNonNullElse(words(line.getPosition()), line.getWords()))
                .toList();
    }
}
