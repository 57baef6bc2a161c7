package org.orglife.talk.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
import org.orglife.shared.RuleViolationException;
import org.orglife.talk.PairKind;
import org.orglife.talk.TalkAccess;
import org.orglife.talk.TalkBoard;
import org.orglife.talk.TalkBoards;
import org.orglife.talk.TalkMedium;
import org.orglife.talk.TalkPerson;
import org.orglife.talk.TalkQuery;
import org.orglife.talk.TalkService;
import org.orglife.web.Allow;
import org.orglife.web.Dates;
import org.orglife.web.Notice;
import org.orglife.web.OncePerForm;
import org.orglife.web.Redrawn;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A talk: recording it, putting it right, confirming it, taking it back. */
@Controller
class TalkController {

    private static final Map<String, String> FIELDS = Map.of(
            "talk.with-oneself", "partners",
            "talk.no-partner", "partners",
            "talk.own-only", "partners",
            "talk.of-another-branch", "partners",
            "talk.in-future", "heldOn",
            "talk.text-of-others", "text");

    private static final int MOST_OWN = 200;

    private final BranchTaskService tasks;
    private final TalkService talks;
    private final TalkQuery query;
    private final TalkBoards boards;
    private final OncePerForm once;
    private final Dates dates;

    TalkController(
            BranchTaskService tasks,
            TalkService talks,
            TalkQuery query,
            TalkBoards boards,
            OncePerForm once,
            Dates dates) {
        this.tasks = tasks;
        this.talks = talks;
        this.query = query;
        this.boards = boards;
        this.once = once;
        this.dates = dates;
    }

    @GetMapping("/tasks/{taskId}/talks/new")
    @PreAuthorize(Allow.BRANCH)
    String blank(
            @PathVariable long taskId,
            @RequestParam(required = false) @Nullable Long with,
            @RequestParam(required = false) @Nullable Long by,
            @RequestHeader(name = "HX-Target", required = false) @Nullable String target,
            @CurrentScope BranchScope scope,
            Model model) {
        BranchTask task = tasks.get(taskId, scope);
        Long convener = by != null ? by : (scope.isOwn(with) ? null : scope.memberId());
        model.addAttribute("form", TalkForm.blank(convener, with, dates.today()));
        fill(task, with, scope, model);
        return "drawer".equals(target) ? "talk/form :: drawer" : "talk/form";
    }

    @PostMapping("/tasks/{taskId}/talks")
    @PreAuthorize(Allow.BRANCH)
    String record(
            @PathVariable long taskId,
            @Valid @ModelAttribute("form") TalkForm form,
            BindingResult errors,
            @RequestParam(required = false) @Nullable Long with,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        BranchTask task = tasks.get(taskId, scope);
        boolean ownOnly = !TalkAccess.seesAll(scope);
        Long me = scope.memberId();
        form.check(errors, ownOnly);
        if (ownOnly && me == null) {
            errors.reject("talk.own-only");
        }
        String address = errors.hasErrors()
                ? null
                : attempt(
                        errors,
                        () -> once.address(request, () -> {
                            TalkService.Recorded recorded = talks.record(
                                    form.toRecord(taskId, ownOnly, Objects.requireNonNullElse(me, 0L)), scope);
                            TalkBoardController.tell(recorded, redirect);
                            return scope.role().sitsOnCommittee() || !ownOnly
                                    ? "/tasks/" + taskId + "/talks"
                                    : "/my-talks";
                        }));
        if (address == null) {
            Redrawn.with(model, form, errors);
            fill(task, with, scope, model);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return "talk/form";
        }
        return "redirect:" + address;
    }

    /** Puts what a rule refuses beside its field, so that nothing typed is lost. */
    private static @Nullable String attempt(Errors errors, Supplier<String> work) {
        try {
            return work.get();
        } catch (RuleViolationException refused) {
            String field = FIELDS.get(refused.code());
            if (field == null) {
                throw refused;
            }
            errors.rejectValue(field, refused.code(), refused.arguments(), null);
            return null;
        }
    }

    private void fill(BranchTask task, @Nullable Long with, BranchScope scope, Model model) {
        List<TalkPerson> people = query.people(task);
        model.addAttribute("task", task);
        model.addAttribute("people", people);
        model.addAttribute("leaders", query.leadersNearby(task));
        model.addAttribute("with", person(people, with));
        model.addAttribute("me", person(people, scope.memberId()));
        model.addAttribute("ownOnly", !TalkAccess.seesAll(scope));
        model.addAttribute("media", TalkMedium.values());
        model.addAttribute("today", dates.today());
        model.addAttribute("ask", ask(task, with, scope));
    }

    private static @Nullable TalkPerson person(List<TalkPerson> people, @Nullable Long id) {
        return people.stream()
                .filter(each -> id != null && each.id() == id)
                .findFirst()
                .orElse(null);
    }

    /** Whom the board proposes for a talk with somebody. */
    private @Nullable TalkPerson ask(BranchTask task, @Nullable Long with, BranchScope scope) {
        if (with == null || !TalkAccess.seesAll(scope)) {
            return null;
        }
        return boards.of(task, scope).missing().stream()
                .filter(each -> each.person().id() == with)
                .findFirst()
                .map(TalkBoard.Missing::ask)
                .filter(each -> !scope.isOwn(each.id()))
                .orElse(null);
    }

    @GetMapping("/talks/{id}")
    @PreAuthorize(Allow.BRANCH)
    String talk(
            @PathVariable long id,
            @RequestHeader(name = "HX-Target", required = false) @Nullable String target,
            @CurrentScope BranchScope scope,
            Model model) {
        TalkService.Detail detail = talks.detail(id, scope);
        model.addAttribute("form", TalkForm.of(detail.talk(), detail.text()));
        fill(detail, scope, model);
        return "drawer".equals(target) ? "talk/talk :: drawer" : "talk/talk";
    }

    private void fill(TalkService.Detail detail, BranchScope scope, Model model) {
        model.addAttribute("talk", detail.talk());
        model.addAttribute("task", detail.talk().getTask());
        model.addAttribute("detail", detail);
        model.addAttribute("meetingUntil", talks.meetingDay(detail.talk().getTask(), scope));
        model.addAttribute("media", TalkMedium.values());
        model.addAttribute("kinds", PairKind.values());
        model.addAttribute("today", dates.today());
    }

    @PostMapping("/talks/{id}")
    @PreAuthorize(Allow.BRANCH)
    String change(
            @PathVariable long id,
            @Valid @ModelAttribute("form") TalkForm form,
            BindingResult errors,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        TalkService.Detail detail = talks.detail(id, scope);
        if (detail.change()) {
            form.checkDay(errors);
        }
        String address = errors.hasErrors()
                ? null
                : attempt(errors, () -> {
                    talks.change(
                            id,
                            Objects.requireNonNullElse(form.version(), -1L),
                            detail.change() ? form.facts() : null,
                            form.text(),
                            scope);
                    return "/talks/" + id;
                });
        if (address == null) {
            Redrawn.with(model, form, errors);
            fill(detail, scope, model);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return "talk/talk";
        }
        Notice.leave(redirect, "talk.saved");
        return "redirect:" + address;
    }

    @PostMapping("/talks/{id}/withdraw")
    @PreAuthorize(Allow.BRANCH)
    String withdraw(@PathVariable long id, @CurrentScope BranchScope scope, RedirectAttributes redirect) {
        long task = talks.withdraw(id, scope).getTask().getId();
        Notice.leave(redirect, "talk.gone");
        return scope.role().sitsOnCommittee() || TalkAccess.seesAll(scope)
                ? "redirect:/tasks/" + task + "/talks"
                : "redirect:/my-talks";
    }

    /** F09 谈心谈话记录表, on paper. */
    @GetMapping("/talks/{id}/print")
    @PreAuthorize(Allow.BRANCH)
    String print(@PathVariable long id, @CurrentScope BranchScope scope, Model model) {
        fill(talks.detail(id, scope), scope, model);
        return "talk/print-talk";
    }

    /** 我的谈话: what one took part in, those to be confirmed first. */
    @GetMapping("/my-talks")
    @PreAuthorize(Allow.BRANCH)
    String own(Actor actor, @CurrentScope BranchScope scope, Model model) {
        Long branch = actor.unitId();
        List<BranchTask> running = branch == null
                ? List.of()
                : tasks.ofBranch(branch, scope).stream()
                        .filter(task -> task.getCampaign().getState().isRunning())
                        .filter(task -> !task.getCampaign().isBackfilled())
                        .toList();
        model.addAttribute("rows", query.own(scope, MOST_OWN));
        model.addAttribute("running", running);
        model.addAttribute("task", running.isEmpty() ? null : running.get(0));
        Object recorded = model.getAttribute("recorded");
        if (recorded instanceof Long id) {
            model.addAttribute("just", talks.get(id, scope));
        }
        return "talk/own";
    }

    @PostMapping("/my-talks/confirm")
    @PreAuthorize(Allow.BRANCH)
    String confirm(
            @RequestParam(required = false) @Nullable List<Long> talk,
            @CurrentScope BranchScope scope,
            RedirectAttributes redirect) {
        int confirmed = talks.confirm(talk == null ? List.of() : talk, scope);
        Notice.leave(redirect, "talk.confirmed.done", confirmed);
        return "redirect:/my-talks";
    }
}
