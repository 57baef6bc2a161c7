package org.orglife.opinion.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Objects;
import org.orglife.opinion.BoxRow;
import org.orglife.opinion.OpinionBox;
import org.orglife.opinion.OpinionBoxes;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
import org.orglife.shared.NotFoundException;
import org.orglife.shared.PrintedCode;
import org.orglife.web.Allow;
import org.orglife.web.Dates;
import org.orglife.web.Notice;
import org.orglife.web.PublicAddress;
import org.orglife.web.QrCode;
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

/** 匿名意见箱, as the branch sets it up. The slips are the answer to the request that made them, and to no other. */
@Controller
class BoxController {

    private final OpinionFrame frame;
    private final OpinionBoxes boxes;
    private final PublicAddress address;
    private final Dates dates;

    BoxController(OpinionFrame frame, OpinionBoxes boxes, PublicAddress address, Dates dates) {
        this.frame = frame;
        this.boxes = boxes;
        this.address = address;
        this.dates = dates;
    }

    /** A slip ready to be drawn. */
    record Slip(String code, QrCode qr) {

        /** Codes do not appear in logs or messages. */
        @Override
        public String toString() {
            return "slip";
        }
    }

    @GetMapping("/tasks/{taskId}/opinions/box")
    @PreAuthorize(Allow.BRANCH_WORK)
    String box(@PathVariable long taskId, @CurrentScope BranchScope scope, Model model) {
        model.addAttribute("form", BoxForm.usual(dates.today()));
        return page(taskId, scope, model);
    }

    private String page(long taskId, BranchScope scope, Model model) {
        frame.put(taskId, "box", scope, model);
        model.addAttribute("box", boxes.of(taskId, scope).orElse(null));
        return "opinion/box";
    }

    @PostMapping("/tasks/{taskId}/opinions/box")
    @PreAuthorize(Allow.BRANCH_WORK)
    String open(
            @PathVariable long taskId,
            @Valid @ModelAttribute("form") BoxForm form,
            BindingResult errors,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletResponse response) {
        form.check(errors, dates.today());
        if (!errors.hasErrors()) {
            List<String> codes = boxes.open(
                    taskId,
                    Objects.requireNonNull(form.closesOn()),
                    Objects.requireNonNull(form.codes()),
                    Objects.requireNonNull(form.quota()),
                    Boolean.TRUE.equals(form.openToAll()),
                    scope);
            return slips(taskId, codes, scope, model);
        }
        Redrawn.with(model, form, errors);
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(taskId, scope, model);
    }

    @PostMapping("/tasks/{taskId}/opinions/box/codes")
    @PreAuthorize(Allow.BRANCH_WORK)
    String moreCodes(
            @PathVariable long taskId,
            @RequestParam(defaultValue = "0") int codes,
            @CurrentScope BranchScope scope,
            Model model) {
        return slips(taskId, boxes.moreCodes(taskId, codes, scope), scope, model);
    }

    @PostMapping("/tasks/{taskId}/opinions/box/close")
    @PreAuthorize(Allow.BRANCH_WORK)
    String close(@PathVariable long taskId, @CurrentScope BranchScope scope, RedirectAttributes redirect) {
        boxes.closeEarly(taskId, scope);
        Notice.leave(redirect, "opinion.box.closing");
        return "redirect:/tasks/" + taskId + "/opinions/box";
    }

    /** The QR code that everybody may scan; it opens the box and nothing else, and may be shown as often as one likes. */
    @GetMapping("/tasks/{taskId}/opinions/box/poster")
    @PreAuthorize(Allow.BRANCH_WORK)
    String poster(@PathVariable long taskId, @CurrentScope BranchScope scope, Model model) {
        frame.put(taskId, "box", scope, model);
        BoxRow box = boxes.of(taskId, scope)
                .filter(found -> found.openToAll() && !found.closed())
                .orElseThrow(() -> new NotFoundException(BoxRow.class, taskId));
        model.addAttribute("box", box);
        model.addAttribute("qr", QrCode.of(address.of("/o/" + box.id())));
        model.addAttribute("address", address.shown() + "/o/" + box.id());
        model.addAttribute("most", OpinionBox.OPEN_A_DAY);
        return "opinion/box-poster";
    }

    private String slips(long taskId, List<String> codes, BranchScope scope, Model model) {
        frame.put(taskId, "box", scope, model);
        BoxRow box = boxes.of(taskId, scope).orElseThrow();
        model.addAttribute("box", box);
        // Behind the #, where no browser sends and no server logs it.
        model.addAttribute(
                "slips",
                codes.stream()
                        .map(code -> new Slip(PrintedCode.shown(code), QrCode.of(address.of("/o") + "#" + code)))
                        .toList());
        model.addAttribute("address", address.shown() + "/o");
        return "opinion/box-slips";
    }
}
