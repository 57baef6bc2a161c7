package org.orglife.reminder.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Map;
import java.util.Objects;
import org.orglife.reminder.ChannelKind;
import org.orglife.reminder.Channels;
import org.orglife.reminder.ReminderDelivery;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
import org.orglife.web.FormRefusals;
import org.orglife.web.Notice;
import org.orglife.web.OncePerForm;
import org.orglife.web.Redrawn;
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

/** 提醒方式: mailboxes and robots of groups. */
@Controller
@RequestMapping("/overdue/channels")
class ChannelController {

    private static final String HERE = "/overdue/channels";

    private final Channels channels;
    private final ReminderDelivery delivery;
    private final OncePerForm once;

    ChannelController(Channels channels, ReminderDelivery delivery, OncePerForm once) {
        this.channels = channels;
        this.delivery = delivery;
        this.once = once;
    }

    @GetMapping
    @PreAuthorize(OverdueController.ACTS)
    String list(Actor actor, @CurrentScope BranchScope scope, Model model) {
        model.addAttribute("form", new ChannelForm(ChannelKind.ROBOT, null, null));
        return page(actor, scope, model);
    }

    @PostMapping
    @PreAuthorize(OverdueController.ACTS)
    String add(
            @Valid @ModelAttribute("form") ChannelForm form,
            BindingResult errors,
            Actor actor,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        String address = FormRefusals.attempt(
                errors,
                Map.of("reminder.channel.mail-wrong", "address", "reminder.channel.robot-wrong", "address"),
                () -> once.address(request, () -> {
                    channels.add(
                            Objects.requireNonNull(form.kind()),
                            Objects.requireNonNull(form.name()),
                            Objects.requireNonNull(form.address()),
                            actor,
                            scope);
                    return HERE;
                }));
        if (address == null) {
            Redrawn.with(model, form, errors);
            return FormRefusals.again(page(actor, scope, model), response);
        }
        Notice.leave(redirect, "reminder.channel.added");
        return "redirect:" + address;
    }

    @PostMapping("/{id}/trial")
    @PreAuthorize(OverdueController.ACTS)
    String tryOut(@PathVariable long id, Actor actor, @CurrentScope BranchScope scope, RedirectAttributes redirect) {
        Notice.leave(
                redirect,
                delivery.tryOut(id, actor, scope) ? "reminder.channel.tried" : "reminder.channel.tried-in-vain");
        return "redirect:" + HERE;
    }

    @PostMapping("/{id}/delete")
    @PreAuthorize(OverdueController.ACTS)
    String remove(@PathVariable long id, Actor actor, @CurrentScope BranchScope scope, RedirectAttributes redirect) {
        channels.remove(id, actor, scope);
        Notice.leave(redirect, "reminder.channel.removed");
        return "redirect:" + HERE;
    }

    private String page(Actor actor, BranchScope scope, Model model) {
        model.addAttribute("channels", channels.of(actor, scope));
        model.addAttribute("kinds", ChannelKind.values());
        model.addAttribute("hasMail", delivery.hasMail());
        return "reminder/channels";
    }
}
