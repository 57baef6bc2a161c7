package org.orglife.imports.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orglife.excel.CellProblem;
import org.orglife.imports.ImportJob;
import org.orglife.imports.ImportPreview;
import org.orglife.imports.ImportService;
import org.orglife.imports.ImportState;
import org.orglife.job.Jobs;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
import org.orglife.shared.Labels;
import org.orglife.shared.Role;
import org.orglife.shared.TypedText;
import org.orglife.web.Allow;
import org.orglife.web.Notice;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 导入数据. */
@Controller
@RequestMapping("/imports")
class ImportController {

    /** A workbook of more rows is written by a job. */
    private static final int MOST_ROWS_AT_ONCE = 1000;

    private static final String CHOICE = "choice.";
    private static final String SEPARATOR = "；";
    private static final int LONGEST_CHOICE = 200;
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final ImportService imports;
    private final ImportJob work;
    private final Jobs jobs;
    private final Labels labels;

    ImportController(ImportService imports, ImportJob work, Jobs jobs, Labels labels) {
        this.imports = imports;
        this.work = work;
        this.jobs = jobs;
        this.labels = labels;
    }

    @GetMapping
    @PreAuthorize(Allow.IMPORT)
    String list(Actor actor, Model model) {
        model.addAttribute("batches", imports.latest(actor));
        model.addAttribute("office", actor.role() == Role.PARTY_OFFICE);
        return "imports/list";
    }

    @PostMapping
    @PreAuthorize(Allow.IMPORT)
    String upload(
            @RequestParam(required = false) @Nullable MultipartFile file,
            Actor actor,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletResponse response)
            throws IOException {
        String name = file == null ? null : TypedText.clean(file.getOriginalFilename());
        if (file == null || name == null) {
            model.addAttribute("missing", true);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return list(actor, model);
        }
        return "redirect:/imports/" + imports.upload(name, file.getInputStream(), actor, scope);
    }

    @GetMapping("/{id}")
    @PreAuthorize(Allow.IMPORT)
    String batch(@PathVariable long id, Actor actor, @CurrentScope BranchScope scope, Model model) {
        ImportService.View view = imports.view(id, actor, scope);
        model.addAttribute("batch", view.batch());
        model.addAttribute("preview", view.preview());
        model.addAttribute("questions", view.questions());
        Long job = view.batch().getJobId();
        if (view.batch().getState() == ImportState.RUNNING
                && job != null
                && actor.accountId() == view.batch().getAccountId()) {
            model.addAttribute("job", jobs.get(job, scope));
        }
        return "imports/batch";
    }

    /** Checks again with other answers, or with a suggestion taken. */
    @PostMapping("/{id}/choices")
    @PreAuthorize(Allow.IMPORT)
    String choose(@PathVariable long id, HttpServletRequest request, Actor actor, @CurrentScope BranchScope scope) {
        Map<String, String> answers = new HashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            String value = TypedText.clean(values[0]);
            if (name.startsWith(CHOICE)
                    && name.length() <= LONGEST_CHOICE
                    && value != null
                    && value.length() <= LONGEST_CHOICE) {
                answers.put(name.substring(CHOICE.length()), value);
            }
        });
        imports.check(id, answers, actor, scope);
        return "redirect:/imports/" + id;
    }

    @PostMapping("/{id}/confirm")
    @PreAuthorize(Allow.IMPORT)
    String confirm(@PathVariable long id, Actor actor, @CurrentScope BranchScope scope, RedirectAttributes redirect) {
        ImportService.View view = imports.view(id, actor, scope);
        ImportPreview preview = view.preview();
        if (preview != null
                && preview.rows() > MOST_ROWS_AT_ONCE
                && view.batch().getState() == ImportState.WAITING) {
            long job = jobs.queue(
                    work,
                    view.batch().getFileName(),
                    Map.of("batch", String.valueOf(id), "rows", String.valueOf(preview.rows())),
                    actor);
            imports.queued(id, job, actor);
            return "redirect:/imports/" + id;
        }
        if (imports.confirm(id, actor, scope, rows -> {}).isReady()) {
            Notice.leave(redirect, "imports.done");
        } else {
            Notice.leave(redirect, "imports.changed-meanwhile");
        }
        return "redirect:/imports/" + id;
    }

    @PostMapping("/{id}/cancel")
    @PreAuthorize(Allow.IMPORT)
    String cancel(@PathVariable long id, Actor actor, RedirectAttributes redirect) {
        imports.cancel(id, actor);
        Notice.leave(redirect, "imports.cancelled.notice");
        return "redirect:/imports";
    }

    @PostMapping("/{id}/undo")
    @PreAuthorize(Allow.IMPORT)
    String undo(@PathVariable long id, Actor actor, @CurrentScope BranchScope scope, RedirectAttributes redirect) {
        imports.undo(id, actor, scope);
        Notice.leave(redirect, "imports.undone.notice");
        return "redirect:/imports/" + id;
    }

    /** One's own workbook with the mistakes marked. */
    @GetMapping("/{id}/marked.xlsx")
    @PreAuthorize(Allow.IMPORT)
    ResponseEntity<byte[]> marked(@PathVariable long id, Actor actor, @CurrentScope BranchScope scope)
            throws IOException {
        String name = imports.view(id, actor, scope).batch().getFileName();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        imports.writeMarked(id, actor, this::sentence, out);
        return workbook(labels.text("imports.marked.file", name), out);
    }

    private String sentence(CellProblem problem) {
        Object[] arguments = problem.arguments().toArray();
        String suggestion = problem.suggestion() == null
                ? ""
                : SEPARATOR + labels.text("imports.problem.suggest", problem.suggestion());
        return labels.text(problem.code(), arguments)
                + SEPARATOR
                + labels.text(problem.actionCode(), arguments)
                + suggestion;
    }

    @GetMapping("/templates/{name}.xlsx")
    @PreAuthorize(Allow.IMPORT)
    ResponseEntity<byte[]> template(@PathVariable String name, Actor actor) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        imports.writeTemplate(name, actor.role(), out);
        return workbook(
                labels.text("roster".equals(name) ? "imports.template.roster" : "imports.template.ledger") + ".xlsx",
                out);
    }

    private static ResponseEntity<byte[]> workbook(String name, ByteArrayOutputStream contents) {
        ContentDisposition disposition = ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .contentType(XLSX)
                .body(contents.toByteArray());
    }
}
