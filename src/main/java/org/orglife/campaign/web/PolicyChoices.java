package org.orglife.campaign.web;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.CloseBranchItemsBy;
import org.orglife.campaign.ExcellentBase;
import org.orglife.campaign.MinAttendance;
import org.orglife.campaign.OpinionFormUse;
import org.orglife.campaign.OutsideReps;
import org.orglife.campaign.PersonalText;
import org.orglife.campaign.PhotoEvidence;
import org.orglife.campaign.ReportMode;
import org.orglife.campaign.ReviewBody;
import org.orglife.campaign.SatisfactionUse;
import org.orglife.campaign.ShareTexts;
import org.orglife.campaign.TalkedBy;
import org.orglife.campaign.TextReview;
import org.orglife.shared.Labelled;
import org.springframework.beans.BeanWrapper;
import org.springframework.beans.PropertyAccessorFactory;

/** The choices of the part 会议要求, in the order in which they are asked. */
final class PolicyChoices {

    /** One question of several answers. */
    record Choice(String field, List<Labelled> options) {}

    static final List<Choice> CHOICES = List.of(
            choice("closeBranchItemsBy", CloseBranchItemsBy.values()),
            choice("talkedBy", TalkedBy.values()),
            choice("opinionForm", OpinionFormUse.values()),
            choice("personalText", PersonalText.values()),
            choice("textReview", TextReview.values()),
            choice("shareTexts", ShareTexts.values()),
            choice("photoEvidence", PhotoEvidence.values()),
            choice("outsideReps", OutsideReps.values()),
            choice("minAttendance", MinAttendance.values()),
            choice("reviewBody", ReviewBody.values()),
            choice("excellentBase", ExcellentBase.values()),
            choice("satisfactionToClose", SatisfactionUse.values()),
            choice("reportMode", ReportMode.values()));

    /** Questions answered by yes or no. */
    static final List<String> SWITCHES = List.of(
            "approvalBeforeMeeting",
            "preAssessment",
            "ballotNeedsQuorum",
            "probationaryBallot",
            "leadersGraded",
            "publicPage");

    /** Questions answered by a number of days: between which two. */
    record Days(String field, int least, int most) {}

    static final List<Days> DAYS = List.of(
            new Days("noticeDays", 0, 60),
            new Days("maxFirstExtension", 0, 366),
            new Days("longTermReview", 7, 366),
            new Days("publicationDays", 1, 60));

    private PolicyChoices() {}

    /** What stands in a form, by field, as the page compares it. */
    static Map<String, String> chosen(@Nullable CampaignForm form) {
        PolicyForm policy = form == null || form.policy() == null ? PolicyForm.defaults() : form.policy();
        Map<String, String> chosen = new HashMap<>();
        BeanWrapper fields = PropertyAccessorFactory.forBeanPropertyAccess(policy);
        for (RecordComponent component : PolicyForm.class.getRecordComponents()) {
            Object value = fields.getPropertyValue(component.getName());
            chosen.put(component.getName(), value == null ? "" : value.toString());
        }
        return chosen;
    }

    private static Choice choice(String field, Labelled[] options) {
        return new Choice(field, Arrays.asList(options));
    }
}
