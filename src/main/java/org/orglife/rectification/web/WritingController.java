package org.orglife.rectification.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orglife.rectification.Writing;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
import org.orglife.web.Allow;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What stands beside a text while it is written: asked for by the page when the author pauses. Nothing depends on it. */
@Controller
class WritingController {

    private static final String MEASURE = "measure";

    private final Writing writing;

    WritingController(Writing writing) {
        this.writing = writing;
    }

    /**
     * Hints about the fields of a form.
     *
     * @param kind {@code measure} if the field {@code text} is that of a measure; otherwise it is a problem's
     */
    @PostMapping("/tasks/{taskId}/writing-hints")
    @PreAuthorize(Allow.BRANCH)
    String hints(
            @PathVariable long taskId,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(required = false) @Nullable String text,
            @CurrentScope BranchScope scope,
            HttpServletRequest request,
            Model model) {
        boolean measure = MEASURE.equals(kind);
        List<String> measures = measure && text != null ? List.of(text) : rows(request);
        model.addAttribute("hints", writing.about(taskId, !mine, measure ? null : text, measures, scope));
        return "rectification/hints :: hints";
    }

    /** The measures that stand in the form of a new problem. */
    private static List<String> rows(HttpServletRequest request) {
        return request.getParameterMap().entrySet().stream()
                .filter(field -> field.getKey().matches("measures\\[\\d{1,3}]\\.text"))
                .flatMap(field -> Arrays.stream(field.getValue()))
                .toList();
    }
}
