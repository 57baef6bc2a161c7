package org.orglife.sitting.web;

import jakarta.servlet.http.HttpServletRequest;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** Hands every command of the console what all of them need. */
@ControllerAdvice(
        assignableTypes = {
            ConsoleController.class,
            AttendanceController.class,
            AgendaItemController.class,
            TurnController.class
        })
class TouchAdvice {

    @ModelAttribute(binding = false)
    Touch touch(@PathVariable long taskId, @CurrentScope BranchScope scope, HttpServletRequest request) {
        return new Touch(taskId, scope, request);
    }
}
