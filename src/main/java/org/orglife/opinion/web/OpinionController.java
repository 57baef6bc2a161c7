package org.orglife.opinion.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.opinion.CollectionRow;
import org.orglife.opinion.Opinion;
import org.orglife.opinion.OpinionAbout;
import org.orglife.opinion.OpinionAccess;
import org.orglife.opinion.OpinionChannel;
import org.orglife.opinion.OpinionFilter;
import org.orglife.opinion.OpinionMark;
import org.orglife.opinion.OpinionQuery;
import org.orglife.opinion.OpinionRow;
import org.orglife.opinion.OpinionService;
import org.orglife.opinion.TargetGroup;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
import org.orglife.shared.RuleViolationException;
import org.orglife.web.Allow;
import org.orglife.web.Dates;
import org.orglife.web.ListParams;
import org.orglife.web.Notice;
import org.orglife.web.OncePerForm;
import org.orglife.web.Paging;
import org.orglife.web.Redrawn;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 征求意见: writing opinions down one after the other, and the list of them with where each one went. */
@Controller
class OpinionController {

    private static final int PAGE = 100;

    private final OpinionFrame frame;
    private final OpinionService opinions;
    private final OpinionQuery query;
    private final BranchTaskService tasks;
    private final OncePerForm once;
    private final Dates dates;

    OpinionController(
            OpinionFrame frame,
            OpinionService opinions,
            OpinionQuery query,
            BranchTaskService tasks,
            OncePerForm once,
            Dates dates) {
        this.frame = frame;
        this.opinions = opinions;
        this.query = query;
        this.tasks = tasks;
        this.once = once;
        this.dates = dates;
    }

    /** The entry of the menu: the branch's running task. */
    @GetMapping("/opinions")
    @PreAuthorize(Allow.BRANCH_WORK)
    String own(Actor actor, @CurrentScope BranchScope scope) {
        Long branch = actor.unitId();
        List<BranchTask> own = branch == null ? List.of() : tasks.ofBranch(branch, scope);
        Optional<BranchTask> running = own.stream()
                .filter(task -> task.getCampaign().getState().isRunning())
                .findFirst();
        return running.or(() -> own.stream().findFirst())
                .map(task -> "redirect:" + page(task.getId()))
                .orElse("redirect:/workspace");
    }

    private static String page(long taskId) {
        return "/tasks/" + taskId + "/opinions";
    }

    @GetMapping("/tasks/{taskId}/opinions")
    @PreAuthorize(Allow.BUSINESS)
    String list(
            @PathVariable long taskId,
            @RequestParam Map<String, String> params,
            @CurrentScope BranchScope scope,
            Model model) {
        if (!frame.put(taskId, "opinions", scope, model)) {
            return reader(taskId, scope, model);
        }
        LocalDate day = Objects.requireNonNullElse(day(params.get("on")), dates.today());
        model.addAttribute(
                "form",
                OpinionForm.next(
                        ListParams.constant(OpinionAbout.values(), params.get("lastAbout")),
                        ListParams.constant(OpinionChannel.values(), params.get("lastChannel")),
                        ListParams.constant(TargetGroup.values(), params.get("lastGroup")),
                        ListParams.number(params.get("lastCollection")),
                        day));
        return listPage(taskId, params, scope, model);
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text != null && text.matches("[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])")
                ? LocalDate.parse(text)
                : null;
    }

    /** Members read what the opinions came to and what they have said themselves; superiors see how many there are. */
    private String reader(long taskId, BranchScope scope, Model model) {
        model.addAttribute("points", query.points(taskId, scope));
        model.addAttribute("own", query.own(taskId, scope));
        model.addAttribute("digest", OpinionAccess.readsDigest(scope));
        model.addAttribute("rows", OpinionAccess.readsDigest(scope) ? List.of() : query.collections(taskId, scope));
        return "opinion/reader";
    }

    private String listPage(long taskId, Map<String, String> params, BranchScope scope, Model model) {
        OpinionFilter filter = new OpinionFilter(
                ListParams.constant(TargetGroup.values(), params.get("target")),
                ListParams.constant(OpinionChannel.values(), params.get("by")),
                "true".equals(params.get("waiting")));
        Paging paging = Paging.of(ListParams.page(params.get("page")), PAGE);
        List<OpinionRow> rows = query.opinions(taskId, filter, scope, paging.offset(), paging.size());
        model.addAttribute("rows", rows);
        model.addAttribute("filter", filter);
        model.addAttribute("pager", paging.over(query.count(taskId, filter, scope)));
        model.addAttribute("address", address(taskId, filter));
        model.addAttribute("collections", asked(taskId, scope));
        model.addAttribute("scope", scope);
        frame.putPeople(model, scope);
        return "opinion/list";
    }

    private static String address(long taskId, OpinionFilter filter) {
        Map<String, @Nullable Object> parameters = new LinkedHashMap<>();
        parameters.put("target", filter.group());
        parameters.put("by", filter.channel());
        parameters.put("waiting", filter.waiting() ? "true" : null);
        return ListParams.address(page(taskId), parameters);
    }

    /** Times of asking to which an opinion can belong. */
    private List<CollectionRow> asked(long taskId, BranchScope scope) {
        return query.collections(taskId, scope).stream()
                .filter(row -> row.id() != null && !row.noneReceived())
                .toList();
    }

    @PostMapping("/tasks/{taskId}/opinions")
    @PreAuthorize(Allow.BRANCH_WORK)
    String record(
            @PathVariable long taskId,
            @Valid @ModelAttribute("form") OpinionForm form,
            BindingResult errors,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        frame.put(taskId, "opinions", scope, model);
        form.check(errors, dates.today());
        if (!errors.hasErrors()) {
            try {
                return "redirect:"
                        + once.address(request, () -> {
                            Opinion made = opinions.record(taskId, form.toText(), scope);
                            Notice.leave(redirect, "opinion.recorded", made.getNumber());
                            return next(taskId, form);
                        });
            } catch (RuleViolationException objection) {
                errors.reject(objection.code(), objection.arguments(), null);
            }
        }
        Redrawn.with(model, form, errors);
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return listPage(taskId, Map.of(), scope, model);
    }

    private static String next(long taskId, OpinionForm form) {
        Map<String, @Nullable Object> last = new LinkedHashMap<>();
        last.put("lastAbout", form.about());
        last.put("lastChannel", form.channel());
        last.put("lastGroup", form.group());
        last.put("lastCollection", form.collection());
        last.put("on", form.givenOn());
        return ListParams.address(page(taskId), last);
    }

    @GetMapping("/opinions/{id}/edit")
    @PreAuthorize(Allow.BRANCH_WORK)
    String edit(@PathVariable long id, @CurrentScope BranchScope scope, Model model) {
        Opinion opinion = opinions.get(id, scope);
        model.addAttribute("form", OpinionForm.of(opinion, dates.today()));
        return editPage(opinion, scope, model);
    }

    private String editPage(Opinion opinion, BranchScope scope, Model model) {
        frame.put(opinion.getTask().getId(), "opinions", scope, model);
        frame.putPeople(model, scope);
        model.addAttribute("opinion", opinion);
        model.addAttribute("mayChange", OpinionAccess.mayChange(opinion, scope));
        model.addAttribute("collections", asked(opinion.getTask().getId(), scope));
        return "opinion/edit";
    }

    @PostMapping("/opinions/{id}")
    @PreAuthorize(Allow.BRANCH_WORK)
    String change(
            @PathVariable long id,
            @Valid @ModelAttribute("form") OpinionForm form,
            BindingResult errors,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Opinion opinion = opinions.get(id, scope);
        form.check(errors, dates.today());
        if (!errors.hasErrors()) {
            try {
                opinions.change(id, Objects.requireNonNullElse(form.version(), -1L), form.toText(), scope);
                Notice.leave(redirect, "opinion.saved");
                return "redirect:" + page(opinion.getTask().getId());
            } catch (RuleViolationException objection) {
                errors.reject(objection.code(), objection.arguments(), null);
            }
        }
        Redrawn.with(model, form, errors);
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return editPage(opinion, scope, model);
    }

    @PostMapping("/opinions/{id}/withdraw")
    @PreAuthorize(Allow.BRANCH_WORK)
    String withdraw(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String reason,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Opinion opinion = opinions.get(id, scope);
        if (isNoReason(reason)) {
            return again(opinion, "withdraw", reason, scope, model, response);
        }
        opinions.withdraw(id, Objects.requireNonNull(reason), scope);
        Notice.leave(redirect, "opinion.withdrawn.notice", opinion.getNumber());
        return "redirect:" + page(opinion.getTask().getId());
    }

    @PostMapping("/opinions/{id}/mark")
    @PreAuthorize(Allow.BRANCH_WORK)
    String mark(
            @PathVariable long id,
            @RequestParam(defaultValue = "OFF_TOPIC") OpinionMark mark,
            @RequestParam(required = false) @Nullable String reason,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Opinion opinion = opinions.get(id, scope);
        if (isNoReason(reason)) {
            return again(opinion, "mark", reason, scope, model, response);
        }
        opinions.mark(id, mark, Objects.requireNonNull(reason), scope);
        Notice.leave(redirect, "opinion.saved");
        return "redirect:" + page(opinion.getTask().getId());
    }

    private static boolean isNoReason(@Nullable String reason) {
        return reason == null || reason.codePointCount(0, reason.length()) > 200;
    }

    /** The page once more, with what was typed and what is wrong with it. */
    private String again(
            Opinion opinion,
            String wrongAt,
            @Nullable String typed,
            BranchScope scope,
            Model model,
            HttpServletResponse response) {
        model.addAttribute("form", OpinionForm.of(opinion, dates.today()));
        model.addAttribute("wrongAt", wrongAt);
        model.addAttribute("typed", typed);
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return editPage(opinion, scope, model);
    }
}
