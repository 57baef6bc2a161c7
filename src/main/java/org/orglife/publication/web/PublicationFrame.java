package org.orglife.publication.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.points.PointsSchemes;
import org.orglife.publication.Candidate;
import org.orglife.publication.CheckPoint;
import org.orglife.publication.PublicPages;
import org.orglife.publication.Publication;
import org.orglife.publication.PublicationAct;
import org.orglife.publication.PublicationDrafts;
import org.orglife.publication.PublicationKind;
import org.orglife.publication.PublicationQuery;
import org.orglife.publication.PublicationSheet;
import org.orglife.publication.PublicationSheets;
import org.orglife.publication.Reach;
import org.orglife.shared.BranchScope;
import org.orglife.web.Dates;
import org.orglife.web.FormRefusals;
import org.orglife.web.PublicAddress;
import org.orglife.web.QrCode;
import org.orglife.web.Redrawn;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;

/** Draws the pages of publications, and draws them again with what was typed where something is wrong with it. */
@Component
class PublicationFrame {

    /** Codes of the rules about one field of the form. */
    static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("publication.period.backwards", "until"),
            Map.entry("publication.period.short", "until"),
            Map.entry("publication.period.long", "until"),
            Map.entry("publication.nothing-chosen", "chosen"),
            Map.entry("publication.not-selectable", "chosen"),
            Map.entry("publication.private-number", "chosen"),
            Map.entry("publication.points.period", "countedUntil"),
            Map.entry("publication.page.off", "onPage"));

    private final BranchTaskService tasks;
    private final PublicationQuery query;
    private final PublicationDrafts drafts;
    private final PublicationSheets sheets;
    private final PublicPages pages;
    private final PointsSchemes points;
    private final PublicAddress address;
    private final Dates dates;

    PublicationFrame(
            BranchTaskService tasks,
            PublicationQuery query,
            PublicationDrafts drafts,
            PublicationSheets sheets,
            PublicPages pages,
            PointsSchemes points,
            PublicAddress address,
            Dates dates) {
        this.tasks = tasks;
        this.query = query;
        this.drafts = drafts;
        this.sheets = sheets;
        this.pages = pages;
        this.points = points;
        this.address = address;
        this.dates = dates;
    }

    static String address(long id) {
        return "/publications/" + id;
    }

    /** What all pages of a task have in common: its name and the tabs. */
    BranchTask put(long taskId, String tab, BranchScope scope, Model model) {
        BranchTask task = tasks.get(taskId, scope);
        model.addAttribute("task", task);
        model.addAttribute("tab", tab);
        model.addAttribute("works", scope.role().worksForBranch());
        model.addAttribute("open", task.getState().isOpen());
        model.addAttribute("sits", scope.role().sitsOnCommittee());
        model.addAttribute(
                "points",
                !scope.role().isSuperior()
                        && (scope.role().leadsBranch()
                                || points.isOn(task.getBranch().getId())));
        model.addAttribute("today", dates.today());
        return task;
    }

    String list(long taskId, BranchScope scope, Model model) {
        BranchTask task = put(taskId, "publications", scope, model);
        model.addAttribute("publications", query.of(task, scope));
        model.addAttribute("own", scope.memberId() != null && !scope.role().isSuperior());
        model.addAttribute(
                "kinds",
                Arrays.stream(PublicationKind.values())
                        .filter(kind -> kind != PublicationKind.POINTS
                                || points.isOn(task.getBranch().getId()))
                        .toList());
        return "publication/list";
    }

    /** The form of a new proposal, everything ticked that can be. */
    String blank(long taskId, PublicationKind kind, BranchScope scope, Model model) {
        BranchTask task = put(taskId, "publications", scope, model);
        List<Candidate> candidates = drafts.candidates(task, kind, scope);
        model.addAttribute(
                "form",
                PublicationForm.blank(
                        kind,
                        candidates.stream()
                                .filter(Candidate::isOpen)
                                .map(Candidate::id)
                                .toList(),
                        drafts.suggested(task, kind, scope),
                        dates.today()));
        return form(task, null, kind, candidates, model);
    }

    String edit(Publication publication, BranchScope scope, Model model) {
        model.addAttribute("form", PublicationForm.of(publication, drafts.chosen(publication)));
        return editForm(publication, scope, model);
    }

    private String editForm(Publication publication, BranchScope scope, Model model) {
        BranchTask task = put(publication.getTaskId(), "publications", scope, model);
        return form(
                task,
                publication.getId(),
                publication.getKind(),
                drafts.candidates(task, publication.getKind(), scope),
                model);
    }

    private String form(
            BranchTask task, @Nullable Long id, PublicationKind kind, List<Candidate> candidates, Model model) {
        model.addAttribute("id", id);
        model.addAttribute("kind", kind);
        model.addAttribute("candidates", candidates);
        model.addAttribute("reaches", Reach.values());
        model.addAttribute("least", task.getCampaign().getPolicy().publicationDays());
        model.addAttribute("pageAllowed", task.getCampaign().getPolicy().publicPage());
        return "publication/form";
    }

    /** The form once more, with what is wrong in it. */
    String again(
            long taskId,
            @Nullable Publication publication,
            PublicationForm form,
            BindingResult errors,
            BranchScope scope,
            Model model,
            HttpServletResponse response) {
        Redrawn.with(model, form, errors);
        if (publication != null) {
            return FormRefusals.again(editForm(publication, scope, model), response);
        }
        PublicationKind kind = form.kind() == null ? PublicationKind.MEASURES : form.kind();
        BranchTask task = put(taskId, "publications", scope, model);
        return FormRefusals.again(form(task, null, kind, drafts.candidates(task, kind, scope), model), response);
    }

    String one(long id, BranchScope scope, Model model) {
        Publication publication = query.get(id, scope);
        put(publication.getTaskId(), "publications", scope, model);
        PublicationSheet sheet = sheets.of(publication);
        String page = publication.getState().isShown() ? pages.addressOf(id) : null;
        boolean shown = page != null && !publication.isOver(dates.today());
        String url = page == null ? null : url(page);
        model.addAttribute("publication", publication);
        model.addAttribute("details", publication.getDetails());
        model.addAttribute("sheet", sheet);
        model.addAttribute("may", may(publication, scope));
        model.addAttribute("ownProposal", publication.getProposed().account() == scope.accountId());
        model.addAttribute("checkPoints", CheckPoint.values());
        model.addAttribute("text", sheets.text(sheet, shown ? url : null));
        model.addAttribute("url", shown ? url : null);
        model.addAttribute("qr", shown && url != null ? QrCode.of(url) : null);
        model.addAttribute("thisMachine", address.isThisMachine());
        form(model, "approval", new ApprovalForm(null, null, null));
        form(model, "reason", new ReasonForm(null));
        return "publication/publication";
    }

    private static void form(Model model, String name, Object form) {
        if (!model.containsAttribute(name)) {
            model.addAttribute(name, form);
        }
    }

    /** What the caller may do with it now. */
    private static Map<String, Boolean> may(Publication publication, BranchScope scope) {
        return Arrays.stream(PublicationAct.values())
                .collect(Collectors.toMap(
                        PublicationAct::name,
                        act -> act.isFor(scope.role()) && act.isPossibleIn(publication.getState())));
    }

    /** The page of a publication once more, with what is wrong in one of its forms. */
    String oneAgain(
            long id, Object form, BindingResult errors, BranchScope scope, Model model, HttpServletResponse response) {
        Redrawn.with(model, form, errors);
        model.addAttribute("again", true);
        return FormRefusals.again(one(id, scope, model), response);
    }

    String print(long id, boolean large, BranchScope scope, Model model) {
        Publication publication = query.get(id, scope);
        String page = publication.getState().isShown() ? pages.addressOf(id) : null;
        model.addAttribute("publication", publication);
        model.addAttribute("sheet", sheets.of(publication));
        model.addAttribute("large", large);
        boolean reachable = page != null && !publication.isOver(dates.today()) && !address.isThisMachine();
        model.addAttribute("qr", page != null && reachable ? QrCode.of(url(page)) : null);
        return "publication/print";
    }

    private String url(String page) {
        return address.of(PublicSecurity.ADDRESS + "/" + page);
    }
}
