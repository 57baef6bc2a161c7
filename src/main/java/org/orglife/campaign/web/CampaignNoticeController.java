package org.orglife.campaign.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Objects;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.NoticeQuestions;
import org.orglife.campaign.NoticeReceipts;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
import org.orglife.shared.NotFoundException;
import org.orglife.web.Allow;
import org.orglife.web.Notice;
import org.orglife.web.OncePerForm;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The notice as branches read it: they confirm it and ask about it, the office answers. */
@Controller
@RequestMapping("/campaigns/{id}")
class CampaignNoticeController {

    private final NoticePage page;
    private final NoticeReceipts receipts;
    private final NoticeQuestions questions;
    private final OncePerForm once;

    CampaignNoticeController(NoticePage page, NoticeReceipts receipts, NoticeQuestions questions, OncePerForm once) {
        this.page = page;
        this.receipts = receipts;
        this.questions = questions;
        this.once = once;
    }

    @GetMapping("/notice")
    @PreAuthorize(Allow.BUSINESS)
    String notice(@PathVariable long id, Actor actor, @CurrentScope BranchScope scope, Model model) {
        return page.show(id, actor, scope, model);
    }

    @PostMapping("/read")
    @PreAuthorize(Allow.BRANCH_WORK)
    String read(@PathVariable long id, Actor actor, @CurrentScope BranchScope scope, RedirectAttributes redirect) {
        receipts.confirm(task(id, actor, scope).getId(), actor, scope);
        Notice.leave(redirect, "campaign.read.notice");
        return "redirect:/campaigns/" + id + "/notice";
    }

    @PostMapping("/questions")
    @PreAuthorize(Allow.BRANCH_WORK)
    String ask(
            @PathVariable long id,
            @Valid @ModelAttribute("question") QuestionForm form,
            BindingResult errors,
            Actor actor,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        long task = task(id, actor, scope).getId();
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page.show(id, actor, scope, model);
        }
        String address = once.record(request, () -> {
            questions.ask(task, Objects.requireNonNull(form.body()), actor, scope);
            return "/campaigns/" + id + "/notice#questions";
        });
        Notice.leave(redirect, "campaign.question.notice");
        return "redirect:" + address;
    }

    @PostMapping("/questions/{question}/withdraw")
    @PreAuthorize(Allow.BRANCH_WORK)
    String withdraw(
            @PathVariable long id,
            @PathVariable long question,
            @CurrentScope BranchScope scope,
            RedirectAttributes redirect) {
        questions.withdraw(id, question, scope);
        Notice.leave(redirect, "campaign.question.withdrawn");
        return "redirect:/campaigns/" + id + "/notice#questions";
    }

    @PostMapping("/questions/{question}/answer")
    @PreAuthorize(Allow.OFFICE)
    String answer(
            @PathVariable long id,
            @PathVariable long question,
            @Valid @ModelAttribute("reply") AnswerForm form,
            BindingResult errors,
            Actor actor,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (errors.hasErrors()) {
            model.addAttribute("answering", question);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page.show(id, actor, scope, model);
        }
        questions.answer(id, question, Objects.requireNonNull(form.answer()), actor, scope);
        Notice.leave(redirect, "campaign.answer.notice");
        return "redirect:/campaigns/" + id + "/notice#questions";
    }

    private BranchTask task(long id, Actor actor, BranchScope scope) {
        return page.task(id, actor, scope).orElseThrow(() -> new NotFoundException(BranchTask.class, id));
    }
}
