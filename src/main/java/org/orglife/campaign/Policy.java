package org.orglife.campaign;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * What a campaign asks of its branches and leaves them (domain 2.2, 8.1).
 *
 * @param excellentNumerator with {@code excellentDenominator}: the fraction that may be 优秀 at most, one third (BR-21)
 * @param ballotNeedsQuorum whether an evaluation ballot (民主测评) needs more than half of those expected (BR-09)
 * @param noticeDays days before the meeting by which the notice goes out, 0 to 60
 * @param publicPage whether a branch may show a publication (公示) on a page that opens without sign-in
 * @param publicationDays days a publication is shown at least, 1 to 60
 * @param maxFirstExtension days by which a branch itself may extend the date of a measure, once; 0 to 366
 * @param longTermReview days between two results of a long-term measure, 7 to 366
 */
@Embeddable
public record Policy(
        @Enumerated(EnumType.STRING) OpinionFormUse opinionForm,
        @Enumerated(EnumType.STRING) PersonalText personalText,
        @Enumerated(EnumType.STRING) TextReview textReview,
        @Enumerated(EnumType.STRING) ShareTexts shareTexts,
        boolean approvalBeforeMeeting,
        @Enumerated(EnumType.STRING) PhotoEvidence photoEvidence,
        boolean preAssessment,
        @Enumerated(EnumType.STRING) OutsideReps outsideReps,
        @Enumerated(EnumType.STRING) ReviewBody reviewBody,
        int excellentNumerator,
        int excellentDenominator,
        @Enumerated(EnumType.STRING) ExcellentBase excellentBase,
        boolean probationaryBallot,
        boolean leadersGraded,
        @Enumerated(EnumType.STRING) SatisfactionUse satisfactionToClose,
        @Enumerated(EnumType.STRING) ReportMode reportMode,
        @Enumerated(EnumType.STRING) CloseBranchItemsBy closeBranchItemsBy,
        @Enumerated(EnumType.STRING) TalkedBy talkedBy,
        @Enumerated(EnumType.STRING) MinAttendance minAttendance,
        boolean ballotNeedsQuorum,
        int noticeDays,
        boolean publicPage,
        int publicationDays,
        int maxFirstExtension,
        int longTermReview) {

    /** Little paper, nothing forced: what holds if the office changes nothing. */
    public static Policy defaults() {
        return new Policy(
                OpinionFormUse.OPTIONAL,
                PersonalText.OUTLINE_OPTIONAL,
                TextReview.OFF,
                ShareTexts.OFF,
                false,
                PhotoEvidence.OFF,
                false,
                OutsideReps.OPTIONAL,
                ReviewBody.COMMITTEE,
                1,
                3,
                ExcellentBase.FULL_MEMBERS,
                true,
                true,
                SatisfactionUse.OFF,
                ReportMode.STATISTICS_ONLY,
                CloseBranchItemsBy.SUPERIOR,
                TalkedBy.COMMITTEE,
                MinAttendance.HALF,
                true,
                3,
                false,
                5,
                30,
                90);
    }

    /** Whether the policy asks for a step whatever level the campaign gives it. */
    boolean demands(StepCode step) {
        return step == StepCode.APPROVAL && approvalBeforeMeeting;
    }

    /** Whether the policy leaves room for a step at all; one that it switches off is not asked for. */
    boolean allows(StepCode step) {
        return switch (step) {
            case PRE_ASSESS -> preAssessment;
            case APPROVAL -> approvalBeforeMeeting;
            case TEXT -> personalText != PersonalText.NONE;
            case TEXT_REVIEW -> textReview != TextReview.OFF && personalText != PersonalText.NONE;
            case INVITE -> outsideReps != OutsideReps.OFF;
            default -> true;
        };
    }
}
