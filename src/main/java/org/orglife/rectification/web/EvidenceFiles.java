package org.orglife.rectification.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orglife.attachment.CheckedFile;
import org.orglife.attachment.FileCheck;
import org.orglife.shared.RuleViolationException;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Reads the files of a form; a field left empty counts as none. */
@Component
class EvidenceFiles {

    private final FileCheck check;

    EvidenceFiles(FileCheck check) {
        this.check = check;
    }

    /**
     * Looks into each of them.
     *
     * @throws RuleViolationException what {@link FileCheck#check} finds wrong with the first that is refused
     */
    List<CheckedFile> read(@Nullable List<MultipartFile> uploads) {
        List<CheckedFile> files = new ArrayList<>();
        for (MultipartFile upload : uploads == null ? List.<MultipartFile>of() : uploads) {
            String name = upload.getOriginalFilename();
            if (name != null && !name.isEmpty()) {
                files.add(check.check(name, contents(upload)));
            }
        }
        return files;
    }

    private static byte[] contents(MultipartFile upload) {
        try {
            return upload.getBytes();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
