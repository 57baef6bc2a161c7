package org.orglife.survey;

import java.time.LocalDate;
import org.orglife.opinion.TargetGroup;

/**
 * Whom a survey asks, how and until when.
 *
 * @param closesOn last day on which somebody can answer
 * @param remarks whether people may add a few words
 */
public record SurveyTerms(TargetGroup group, SatisfactionScale scale, LocalDate closesOn, boolean remarks) {}
