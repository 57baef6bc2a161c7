package org.orglife.survey.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.opinion.TargetGroup;
import org.orglife.shared.BranchScope;
import org.orglife.shared.NotFoundException;
import org.orglife.shared.PrintedCode;
import org.orglife.survey.Candidate;
import org.orglife.survey.SatisfactionCount;
import org.orglife.survey.SatisfactionScale;
import org.orglife.survey.SatisfactionSurvey;
import org.orglife.survey.SurveyAccess;
import org.orglife.survey.SurveyBox;
import org.orglife.survey.SurveyQuery;
import org.orglife.survey.SurveyState;
import org.orglife.web.Dates;
import org.orglife.web.FormRefusals;
import org.orglife.web.PublicAddress;
import org.orglife.web.QrCode;
import org.orglife.web.Redrawn;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;

/** Draws the pages of surveys for the branch. */
@Component
class SurveyFrame {

    /** Codes of the rules about one field of the form. */
    static final Map<String, String> FIELDS = Map.of(
            "survey.day", "closesOn",
            "survey.codes", "codes",
            "survey.personal-members", "group",
            "survey.personal-codes", "openToAll");

    private final BranchTaskService tasks;
    private final SurveyQuery query;
    private final PublicAddress address;
    private final Dates dates;

    SurveyFrame(BranchTaskService tasks, SurveyQuery query, PublicAddress address, Dates dates) {
        this.tasks = tasks;
        this.query = query;
        this.address = address;
        this.dates = dates;
    }

    static String address(long id) {
        return "/surveys/" + id;
    }

    /** A slip ready to be handed out. */
    record Slip(String code, QrCode qr) {

        /** Codes do not appear in logs or messages. */
        @Override
        public String toString() {
            return "slip";
        }
    }

    private BranchTask put(long taskId, BranchScope scope, Model model) {
        BranchTask task = tasks.get(taskId, scope);
        model.addAttribute("task", task);
        model.addAttribute("leads", SurveyAccess.leads(scope));
        model.addAttribute("open", task.getState().isOpen());
        model.addAttribute("today", dates.today());
        return task;
    }

    String list(long taskId, BranchScope scope, Model model) {
        BranchTask task = put(taskId, scope, model);
        model.addAttribute("surveys", query.of(task, scope));
        model.addAttribute(
                "waiting",
                SurveyAccess.leads(scope)
                        ? query.candidates(task).stream()
                                .filter(Candidate::waiting)
                                .count()
                        : 0L);
        return "survey/list";
    }

    /**
     * What can be asked about.
     *
     * @param item to be ticked alone; null for all that wait
     */
    String blank(long taskId, @Nullable Long item, BranchScope scope, Model model) {
        BranchTask task = put(taskId, scope, model);
        List<Candidate> candidates = query.candidates(task);
        model.addAttribute("candidates", candidates);
        model.addAttribute("most", SatisfactionSurvey.MOST_LINES);
        model.addAttribute(
                "waitingBranch",
                candidates.stream()
                        .filter(row -> row.waiting() && !row.isPersonal())
                        .count());
        if (!model.containsAttribute("form")) {
            Set<Long> ticked = candidates.stream()
                    .filter(row -> item == null ? row.waiting() && !row.isPersonal() : row.id() == item)
                    .limit(SatisfactionSurvey.MOST_LINES)
                    .map(Candidate::id)
                    .collect(Collectors.toSet());
            model.addAttribute("form", new ChoiceForm(false, List.copyOf(ticked)));
        }
        return "survey/new";
    }

    String blankAgain(
            long taskId,
            ChoiceForm form,
            BindingResult errors,
            BranchScope scope,
            Model model,
            HttpServletResponse response) {
        Redrawn.with(model, form, errors);
        return FormRefusals.again(blank(taskId, null, scope, model), response);
    }

    String one(long id, BranchScope scope, Model model) {
        SatisfactionSurvey survey = query.get(id, scope);
        put(survey.getTaskId(), scope, model);
        model.addAttribute("survey", survey);
        model.addAttribute("levels", survey.getScale().levels());
        model.addAttribute("least", SatisfactionCount.LEAST);
        model.addAttribute("received", query.received(survey));
        model.addAttribute("remarks", query.remarks(survey));
        model.addAttribute("thisMachine", address.isThisMachine());
        if (survey.getState() == SurveyState.DRAFT) {
            model.addAttribute("groups", survey.isPersonal() ? List.of(TargetGroup.MEMBER) : TargetGroup.values());
            model.addAttribute("scales", SatisfactionScale.values());
            if (!model.containsAttribute("form")) {
                model.addAttribute("form", SurveyForm.of(survey));
            }
            return "survey/draft";
        }
        return "survey/survey";
    }

    String draftAgain(
            long id,
            SurveyForm form,
            BindingResult errors,
            BranchScope scope,
            Model model,
            HttpServletResponse response) {
        Redrawn.with(model, form, errors);
        return FormRefusals.again(one(id, scope, model), response);
    }

    /** The form of a closed survey. */
    String print(long id, BranchScope scope, Model model) {
        if (query.get(id, scope).getState() != SurveyState.CLOSED) {
            throw new NotFoundException(SatisfactionSurvey.class, id);
        }
        one(id, scope, model);
        return "survey/print";
    }

    /** The slips are the answer to the request that made them, and to no other. */
    String slips(long id, List<String> codes, BranchScope scope, Model model) {
        SatisfactionSurvey survey = query.get(id, scope);
        put(survey.getTaskId(), scope, model);
        model.addAttribute("survey", survey);
        // Behind the #, where no browser sends and no server logs it.
        model.addAttribute(
                "slips",
                codes.stream()
                        .map(code -> new Slip(
                                PrintedCode.shown(code), QrCode.of(address.of(SurveyDoor.ADDRESS) + "#" + code)))
                        .toList());
        model.addAttribute("address", address.shown() + SurveyDoor.ADDRESS);
        model.addAttribute("thisMachine", address.isThisMachine());
        return "survey/slips";
    }

    /** The QR code that everybody may scan; it may be shown as often as one likes. */
    String poster(SatisfactionSurvey survey, BranchScope scope, Model model) {
        put(survey.getTaskId(), scope, model);
        String path = SurveyDoor.ADDRESS + "/" + survey.getAddress();
        model.addAttribute("survey", survey);
        model.addAttribute("qr", QrCode.of(address.of(path)));
        model.addAttribute("address", address.shown() + path);
        model.addAttribute("most", SurveyBox.OPEN_A_DAY);
        model.addAttribute("thisMachine", address.isThisMachine());
        return "survey/poster";
    }
}
