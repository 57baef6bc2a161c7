package org.orglife.lookback.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.orglife.lookback.LookBackRecord;
import org.orglife.lookback.LookBackView;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
import org.orglife.web.Allow;
import org.orglife.web.Attachment;
import org.orglife.word.WordDocument;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** 回头看记录 (F27) on paper, as a workbook and as a document. */
@Controller
@RequestMapping("/look-backs/{id}")
class LookBackRecordController {

    private final LookBackFrame frame;
    private final LookBackRecord record;

    LookBackRecordController(LookBackFrame frame, LookBackRecord record) {
        this.frame = frame;
        this.record = record;
    }

    @GetMapping("/print")
    @PreAuthorize(Allow.BUSINESS)
    String print(@PathVariable long id, @CurrentScope BranchScope scope, Model model) {
        return frame.print(id, scope, model);
    }

    @GetMapping("/record.xlsx")
    @PreAuthorize(Allow.BUSINESS)
    void workbook(@PathVariable long id, @CurrentScope BranchScope scope, HttpServletResponse response)
            throws IOException {
        LookBackView view = record.takenOut(id, scope);
        Attachment.head(response, Attachment.WORKBOOK, record.name(view) + ".xlsx");
        record.writeWorkbook(view, response.getOutputStream());
    }

    @GetMapping("/record.docx")
    @PreAuthorize(Allow.BUSINESS)
    void document(@PathVariable long id, @CurrentScope BranchScope scope, HttpServletResponse response)
            throws IOException {
        LookBackView view = record.takenOut(id, scope);
        WordDocument written = record.document(view);
        Attachment.head(response, WordDocument.MEDIA_TYPE, record.name(view) + ".docx");
        written.writeTo(response.getOutputStream());
    }
}
