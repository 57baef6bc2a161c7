package org.orglife.job.web;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.orglife.attachment.FileStore;
import org.orglife.attachment.StoredFile;
import org.orglife.job.Job;
import org.orglife.job.Jobs;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
import org.orglife.shared.NotFoundException;
import org.orglife.web.Allow;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Shows jobs, hands out their files. */
@Controller
@RequestMapping("/downloads")
class DownloadController {

    private final Jobs jobs;
    private final FileStore files;

    DownloadController(Jobs jobs, FileStore files) {
        this.jobs = jobs;
        this.files = files;
    }

    @GetMapping
    @PreAuthorize(Allow.BUSINESS)
    String list(@CurrentScope BranchScope scope, Model model) {
        model.addAttribute("jobs", jobs.latest(scope));
        return "job/downloads";
    }

    /** The card of one job, which asks for itself again until the job is over. */
    @GetMapping("/{id}")
    @PreAuthorize(Allow.BUSINESS)
    String card(@PathVariable long id, @CurrentScope BranchScope scope, Model model) {
        model.addAttribute("job", jobs.get(id, scope));
        return "job/downloads :: card";
    }

    @PostMapping("/{id}/cancel")
    @PreAuthorize(Allow.BUSINESS)
    String cancel(@PathVariable long id, @CurrentScope BranchScope scope) {
        jobs.cancel(id, scope);
        return "redirect:/downloads";
    }

    @GetMapping("/{id}/file")
    @PreAuthorize(Allow.BUSINESS)
    ResponseEntity<Resource> file(@PathVariable long id, @CurrentScope BranchScope scope) {
        Job job = jobs.get(id, scope);
        Long fileId = job.fileId();
        if (fileId == null) {
            throw new NotFoundException(StoredFile.class, id);
        }
        StoredFile file = files.get(fileId, scope.accountId());
        Path path = files.path(fileId);
        ContentDisposition disposition = ContentDisposition.attachment()
                .filename(file.getOriginalName(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .contentLength(file.getSize())
                .body(new FileSystemResource(path));
    }
}
