package org.orglife.campaign.web;

import org.jspecify.annotations.Nullable;
import org.orglife.campaign.CloseBranchItemsBy;
import org.orglife.campaign.ExcellentBase;
import org.orglife.campaign.MinAttendance;
import org.orglife.campaign.OpinionFormUse;
import org.orglife.campaign.OutsideReps;
import org.orglife.campaign.PersonalText;
import org.orglife.campaign.PhotoEvidence;
import org.orglife.campaign.Policy;
import org.orglife.campaign.ReportMode;
import org.orglife.campaign.ReviewBody;
import org.orglife.campaign.SatisfactionUse;
import org.orglife.campaign.ShareTexts;
import org.orglife.campaign.TalkedBy;
import org.orglife.campaign.TextReview;

/** The part 会议要求 of the campaign form; what is not sent keeps its default. */
record PolicyForm(
        @Nullable OpinionFormUse opinionForm,
        @Nullable PersonalText personalText,
        @Nullable TextReview textReview,
        @Nullable ShareTexts shareTexts,
        @Nullable Boolean approvalBeforeMeeting,
        @Nullable PhotoEvidence photoEvidence,
        @Nullable Boolean preAssessment,
        @Nullable OutsideReps outsideReps,
        @Nullable ReviewBody reviewBody,
        @Nullable ExcellentBase excellentBase,
        @Nullable Boolean probationaryBallot,
        @Nullable Boolean leadersGraded,
        @Nullable SatisfactionUse satisfactionToClose,
        @Nullable ReportMode reportMode,
        @Nullable CloseBranchItemsBy closeBranchItemsBy,
        @Nullable TalkedBy talkedBy,
        @Nullable MinAttendance minAttendance,
        @Nullable Boolean ballotNeedsQuorum,
        @Nullable Integer noticeDays,
        @Nullable Boolean publicPage,
        @Nullable Integer publicationDays,
        @Nullable Integer maxFirstExtension,
        @Nullable Integer longTermReview) {

    static PolicyForm defaults() {
        return of(Policy.defaults());
    }

    static PolicyForm of(Policy policy) {
        return new PolicyForm(
                policy.opinionForm(),
                policy.personalText(),
                policy.textReview(),
                policy.shareTexts(),
                policy.approvalBeforeMeeting(),
                policy.photoEvidence(),
                policy.preAssessment(),
                policy.outsideReps(),
                policy.reviewBody(),
                policy.excellentBase(),
                policy.probationaryBallot(),
                policy.leadersGraded(),
                policy.satisfactionToClose(),
                policy.reportMode(),
                policy.closeBranchItemsBy(),
                policy.talkedBy(),
                policy.minAttendance(),
                policy.ballotNeedsQuorum(),
                policy.noticeDays(),
                policy.publicPage(),
                policy.publicationDays(),
                policy.maxFirstExtension(),
                policy.longTermReview());
    }

    Policy toPolicy() {
        Policy standard = Policy.defaults();
        return new Policy(
                or(opinionForm, standard.opinionForm()),
                or(personalText, standard.personalText()),
                or(textReview, standard.textReview()),
                or(shareTexts, standard.shareTexts()),
                or(approvalBeforeMeeting, false),
                or(photoEvidence, standard.photoEvidence()),
                or(preAssessment, false),
                or(outsideReps, standard.outsideReps()),
                or(reviewBody, standard.reviewBody()),
                standard.excellentNumerator(),
                standard.excellentDenominator(),
                or(excellentBase, standard.excellentBase()),
                or(probationaryBallot, standard.probationaryBallot()),
                or(leadersGraded, standard.leadersGraded()),
                or(satisfactionToClose, standard.satisfactionToClose()),
                or(reportMode, standard.reportMode()),
                or(closeBranchItemsBy, standard.closeBranchItemsBy()),
                or(talkedBy, standard.talkedBy()),
                or(minAttendance, standard.minAttendance()),
                or(ballotNeedsQuorum, standard.ballotNeedsQuorum()),
                within(noticeDays, 0, 60, standard.noticeDays()),
                or(publicPage, false),
                within(publicationDays, 1, 60, standard.publicationDays()),
                within(maxFirstExtension, 0, 366, standard.maxFirstExtension()),
                within(longTermReview, 7, 366, standard.longTermReview()));
    }

    private static int within(@Nullable Integer sent, int least, int most, int standard) {
        return sent == null ? standard : Math.max(least, Math.min(most, sent));
    }

    private static <T> T or(@Nullable T sent, T standard) {
        return sent == null ? standard : sent;
    }
}
