package org.orglife.rectification.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.orglife.excel.Progress;
import org.orglife.rectification.LedgerExport;
import org.orglife.rectification.LedgerExportJob;
import org.orglife.rectification.LedgerFile;
import org.orglife.rectification.LedgerFilter;
import org.orglife.rectification.LedgerVariant;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
import org.orglife.web.Allow;
import org.orglife.web.Attachment;
import org.orglife.web.Notice;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The ledger as workbooks: the rows of the page, with the filter of the page. */
@Controller
class LedgerExportController {

    private final LedgerPage page;
    private final LedgerExport export;
    private final LedgerExportJob job;

    LedgerExportController(LedgerPage page, LedgerExport export, LedgerExportJob job) {
        this.page = page;
        this.export = export;
        this.job = job;
    }

    /** Sends the workbook; a large one is made in the background and waits at the downloads. */
    @GetMapping("/ledger.xlsx")
    @PreAuthorize(Allow.BUSINESS)
    @Nullable
    String ledger(
            @ModelAttribute LedgerParams params,
            @RequestParam(name = "short", defaultValue = "false") boolean brief,
            Actor actor,
            @CurrentScope BranchScope scope,
            HttpServletResponse response,
            RedirectAttributes redirect)
            throws IOException {
        LedgerFilter filter = page.filter(params, false, scope);
        LedgerVariant variant = brief ? LedgerVariant.SHORT : LedgerVariant.FULL;
        long rows = export.rows(filter, scope);
        if (export.isLong(rows)) {
            job.queue(filter, variant, rows, actor);
            Notice.leave(redirect, "rectification.export.queued");
            return "redirect:/downloads";
        }
        send(export.ledger(filter, variant, actor, scope, Progress.NONE), response);
        return null;
    }

    /** F02: one's own list, or a sheet for each person of the branch, or counts for a superior. */
    @GetMapping("/ledger/personal.xlsx")
    @PreAuthorize(Allow.BUSINESS)
    void personal(
            @ModelAttribute LedgerParams params,
            @RequestParam(defaultValue = "false") boolean mine,
            Actor actor,
            @CurrentScope BranchScope scope,
            HttpServletResponse response)
            throws IOException {
        send(export.personal(page.filter(params, mine, scope), actor, scope), response);
    }

    private static void send(LedgerFile workbook, HttpServletResponse response) throws IOException {
        try (workbook) {
            Attachment.head(response, Attachment.WORKBOOK, workbook.name());
            workbook.write(response.getOutputStream());
        }
    }
}
