package org.orglife.campaign.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.AspectSubject;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.campaign.Burden;
import org.orglife.campaign.Campaign;
import org.orglife.campaign.CampaignService;
import org.orglife.campaign.NoticePart;
import org.orglife.campaign.NoticeQuestions;
import org.orglife.campaign.NoticeReceipts;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.Role;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The page of a campaign's notice: what it asks for, what was added, who has read it, what was asked about it. */
@Component
class NoticePage {

    private final CampaignService campaigns;
    private final BranchTaskService tasks;
    private final NoticeReceipts receipts;
    private final NoticeQuestions questions;

    NoticePage(CampaignService campaigns, BranchTaskService tasks, NoticeReceipts receipts, NoticeQuestions questions) {
        this.campaigns = campaigns;
        this.tasks = tasks;
        this.receipts = receipts;
        this.questions = questions;
    }

    /** The task of the branch the caller acts for; empty for superiors, and where the campaign did not reach it. */
    Optional<BranchTask> task(long campaignId, Actor actor, BranchScope scope) {
        Long branch = actor.unitId();
        return branch == null || scope.role().isSuperior() ? Optional.empty() : tasks.find(campaignId, branch, scope);
    }

    /** Fills the page; forms that came back with mistakes stand in the model already. */
    String show(long id, Actor actor, BranchScope scope, Model model) {
        Campaign campaign = campaigns.get(id, scope);
        Optional<BranchTask> task = task(id, actor, scope);
        List<NoticePart> parts = receipts.parts(id, scope);
        boolean works = task.isPresent() && scope.role().worksForBranch();
        boolean superior = scope.role().isSuperior();
        model.addAttribute("campaign", campaign);
        model.addAttribute("burden", Burden.of(campaign));
        model.addAttribute("subjects", AspectSubject.values());
        model.addAttribute("supplements", campaigns.supplements(id, scope));
        model.addAttribute(
                "own", scope.role() == Role.PARTY_OFFICE && campaign.getIssuer().isWithin(scope));
        boolean initiated =
                task.filter(own -> isInitiated(own.getCampaign(), own)).isPresent();
        model.addAttribute("works", works);
        model.addAttribute("initiated", initiated);
        model.addAttribute("mayCancel", initiated && scope.role().leadsBranch());
        model.addAttribute("superior", superior);
        model.addAttribute("taskId", task.map(BranchTask::getId).orElse(null));
        model.addAttribute("branchId", task.map(own -> own.getBranch().getId()).orElse(null));
        model.addAttribute("parts", parts);
        model.addAttribute("partOf", parts.stream().collect(Collectors.toMap(NoticePage::key, part -> part)));
        model.addAttribute(
                "toRead",
                works ? parts.stream().filter(part -> part.read() == 0).count() : 0L);
        model.addAttribute("unread", superior ? receipts.unread(id, scope) : List.of());
        model.addAttribute("questions", questions.of(campaign, scope));
        ensure("form", new SupplementForm(null, null), model);
        ensure("question", new QuestionForm(null), model);
        ensure("reply", new AnswerForm(null), model);
        return "campaign/notice";
    }

    /** Whether the branch meets without being asked to: nobody is there to be asked or told. */
    private static boolean isInitiated(Campaign campaign, BranchTask task) {
        return campaign.getIssuer().getId().equals(task.getBranch().getId());
    }

    /** By the supplement; 0 is the notice itself. */
    private static long key(NoticePart part) {
        return part.supplementId() == null ? 0 : part.supplementId();
    }

    private static void ensure(String name, @Nullable Object blank, Model model) {
        if (!model.containsAttribute(name)) {
            model.addAttribute(name, blank);
        }
    }
}
