package org.orglife.web;

import jakarta.persistence.OptimisticLockException;
import jakarta.servlet.http.HttpServletRequest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.orglife.shared.NotFoundException;
import org.orglife.shared.RuleViolationException;
import org.orglife.shared.StaleEditException;
import org.orglife.shared.StaleEditException.CurrentText;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Turns what went wrong into a sentence that says what to do. No exception's own text reaches a page. */
@ControllerAdvice
class ErrorAdvice {

    /** SQL state of a unique index that is hit twice. */
    private static final String UNIQUE = "23505";

    /** A field of a sent form, with what stands in the record now beside it. */
    record StaleField(String labelKey, String mine, String current) {}

    @ExceptionHandler({NotFoundException.class, NoHandlerFoundException.class, NoResourceFoundException.class})
    ModelAndView notFound() {
        return page(HttpStatus.NOT_FOUND, "error/404");
    }

    /** An id that is no number names no record either: 404 like any other that is not there. */
    @ExceptionHandler(TypeMismatchException.class)
    ModelAndView notANumber() {
        return page(HttpStatus.NOT_FOUND, "error/404");
    }

    @ExceptionHandler(RuleViolationException.class)
    ModelAndView ruleViolated(RuleViolationException violation, HttpServletRequest request) {
        return page(HttpStatus.CONFLICT, "error/409")
                .addObject("code", violation.code())
                .addObject("arguments", violation.arguments())
                .addObject("back", CameFrom.page(request));
    }

    @ExceptionHandler(StaleEditException.class)
    ModelAndView stale(StaleEditException stale, HttpServletRequest request) {
        List<StaleField> fields = stale.current().stream()
                .map(text -> new StaleField(text.labelKey(), mine(request, text), text.text()))
                .toList();
        return page(HttpStatus.CONFLICT, "error/stale")
                .addObject("fields", fields)
                .addObject("action", request.getRequestURI())
                .addObject("typed", typed(request))
                .addObject("currentVersion", stale.currentVersion())
                .addObject("back", CameFrom.page(request));
    }

    /** Asks whether a second record with the same contents is meant; nothing that was typed is lost. */
    @ExceptionHandler(SentBeforeException.class)
    ModelAndView sentBefore(SentBeforeException before, HttpServletRequest request) {
        return page(HttpStatus.CONFLICT, "error/again")
                .addObject("made", before.address())
                .addObject("action", request.getRequestURI())
                .addObject("typed", typed(request))
                .addObject("key", request.getParameter(OncePerForm.FIELD));
    }

    /** Two requests wrote the same row at the same instant; the second finds the version gone. */
    @ExceptionHandler({
        OptimisticLockingFailureException.class,
        OptimisticLockException.class,
        PessimisticLockingFailureException.class
    })
    ModelAndView collided(HttpServletRequest request) {
        return page(HttpStatus.CONFLICT, "error/409")
                .addObject("code", "web.error.collided")
                .addObject("arguments", new Object[0])
                .addObject("back", CameFrom.page(request));
    }

    /** The same for two that took one place in a unique index. Whatever else breaks the database's rules is a fault. */
    @ExceptionHandler(DataIntegrityViolationException.class)
    ModelAndView taken(DataIntegrityViolationException violation, HttpServletRequest request) {
        if (violation.getMostSpecificCause() instanceof SQLException cause && UNIQUE.equals(cause.getSQLState())) {
            return collided(request);
        }
        throw violation;
    }

    @ExceptionHandler({
        MissingServletRequestParameterException.class,
        ServletRequestBindingException.class,
        HandlerMethodValidationException.class
    })
    ModelAndView badRequest() {
        return page(HttpStatus.BAD_REQUEST, "error/400");
    }

    @ExceptionHandler(MaxUploadSizeExceededException.class)
    ModelAndView tooLarge(HttpServletRequest request) {
        return page(HttpStatus.CONTENT_TOO_LARGE, "error/413").addObject("back", CameFrom.page(request));
    }

    @ExceptionHandler(HttpMediaTypeNotAcceptableException.class)
    @ResponseStatus(HttpStatus.NOT_ACCEPTABLE)
    void notAcceptable() {}

    private static ModelAndView page(HttpStatus status, String view) {
        ModelAndView page = new ModelAndView(view);
        page.setStatus(status);
        return page;
    }

    /** What was sent for a field, in the words of the page. */
    private static String mine(HttpServletRequest request, CurrentText text) {
        String[] values = request.getParameterValues(text.field());
        return values == null
                ? ""
                : Arrays.stream(values)
                        .map(value -> text.words().getOrDefault(value, value))
                        .collect(Collectors.joining("、"));
    }

    /** Everything that was sent, so that it can be sent again. */
    private static List<Map.Entry<String, String>> typed(HttpServletRequest request) {
        List<Map.Entry<String, String>> typed = new ArrayList<>();
        request.getParameterMap().forEach((name, values) -> {
            if (!name.equals("_csrf") && !name.equals("version") && !name.equals(OncePerForm.FIELD)) {
                for (String value : values) {
                    typed.add(Map.entry(name, value));
                }
            }
        });
        return typed;
    }
}
