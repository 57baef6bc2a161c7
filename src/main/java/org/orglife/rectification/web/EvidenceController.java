package org.orglife.rectification.web;

import jakarta.servlet.http.HttpServletResponse;
import org.orglife.rectification.Evidences;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
import org.orglife.web.Allow;
import org.orglife.web.Attachment;
import org.orglife.web.Notice;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Hands out the files of an item, never to be shown by the browser itself. */
@Controller
@RequestMapping("/ledger/{id}/evidence/{evidenceId}")
class EvidenceController {

    private final Evidences evidences;

    EvidenceController(Evidences evidences) {
        this.evidences = evidences;
    }

    @GetMapping
    @PreAuthorize(Allow.BUSINESS)
    ResponseEntity<Resource> download(
            @PathVariable long id,
            @PathVariable long evidenceId,
            @CurrentScope BranchScope scope,
            HttpServletResponse response) {
        Evidences.Download file = evidences.download(id, evidenceId, scope);
        Attachment.head(
                response,
                MediaType.APPLICATION_OCTET_STREAM_VALUE,
                file.evidence().getName());
        response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .contentLength(file.evidence().getSize())
                .body(new FileSystemResource(file.path()));
    }

    @PostMapping("/remove")
    @PreAuthorize(Allow.BRANCH)
    String remove(
            @PathVariable long id,
            @PathVariable long evidenceId,
            @CurrentScope BranchScope scope,
            RedirectAttributes redirect) {
        evidences.remove(id, evidenceId, scope);
        Notice.leave(redirect, "rectification.evidence.removed");
        return "redirect:/ledger/" + id;
    }
}
