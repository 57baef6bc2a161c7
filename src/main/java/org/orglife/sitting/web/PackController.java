package org.orglife.sitting.web;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
import org.orglife.sitting.HostScript;
import org.orglife.sitting.MeetingPack;
import org.orglife.web.Allow;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** 会议包: one page with every paper of a meeting. It prints without script, for the day on which the network drops. */
@Controller
class PackController {

    /** Names on a ballot sheet. */
    private static final int NAMES = 25;

    private final BranchTaskService tasks;
    private final MeetingPack pack;

    PackController(BranchTaskService tasks, MeetingPack pack) {
        this.tasks = tasks;
        this.pack = pack;
    }

    /**
     * The papers.
     *
     * @param parts those to be printed, by name with commas; all of them if none is named
     * @param layout {@code B} for ballot sheets that ask about six items beside the grade; anything else for the grade alone
     */
    @GetMapping("/tasks/{taskId}/meeting/pack")
    @PreAuthorize(Allow.BRANCH)
    String pack(
            @PathVariable long taskId,
            @RequestParam(required = false) @Nullable String parts,
            @RequestParam(required = false) @Nullable String layout,
            @CurrentScope BranchScope scope,
            Model model) {
        BranchTask task = tasks.get(taskId, scope);
        model.addAttribute("task", task);
        model.addAttribute("items", "B".equals(layout));
        model.addAttribute("leads", scope.role().leadsBranch());
        Optional<MeetingPack.Papers> papers = pack.papers(taskId, scope);
        papers.ifPresent(found -> fill(found, parts, model));
        return papers.isPresent() ? "sitting/pack" : "sitting/pack-none";
    }

    private static void fill(MeetingPack.Papers papers, @Nullable String asked, Model model) {
        Set<PackPart> all = PackPart.all(papers.task().getCampaign().isCombinesMemberReview());
        Set<PackPart> chosen = PackPart.chosen(asked, all);
        model.addAttribute("papers", papers);
        model.addAttribute("heading", papers.heading());
        model.addAttribute("lines", papers.agenda());
        model.addAttribute("guests", papers.guests());
        model.addAttribute("numbers", HostScript.numbers(papers.agenda().size()));
        model.addAttribute("sheets", papers.sheets(NAMES));
        model.addAttribute("choices", PackPart.choices(all, chosen));
        model.addAttribute("parts", chosen.stream().map(PackPart::name).collect(Collectors.toSet()));
    }
}
