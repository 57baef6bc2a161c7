package org.orglife.survey.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orglife.shared.PrintedCode;
import org.orglife.shared.RuleViolationException;
import org.orglife.survey.SurveyBox;
import org.orglife.survey.SurveyBox.Questions;
import org.orglife.web.NamelessProof;
import org.orglife.web.NamelessThrottle;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * 请您评一评: a survey on the phone, without sign-in. Reads what is sent from the request itself, so that no binding writes a
 * rejected value to a log.
 */
@Controller
@RequestMapping(SurveyDoor.ADDRESS)
class AnswerController {

    private static final String DOOR = "survey/s-door";

    private final SurveyBox box;
    private final NamelessThrottle throttle;
    private final Clock clock;

    AnswerController(SurveyBox box, NamelessThrottle throttle, Clock clock) {
        this.box = box;
        this.throttle = throttle;
        this.clock = clock;
    }

    /** The same page for everybody; looking at it uses nothing up. */
    @GetMapping
    String door() {
        return DOOR;
    }

    /** A survey that is open to everybody: its address stands on a poster. */
    @GetMapping("/{survey}")
    String open(@PathVariable String survey, HttpServletResponse response, Model model) {
        Questions questions = openQuestions(survey, response, model);
        return questions == null ? DOOR : sheet(null, questions, model);
    }

    @PostMapping("/enter")
    String enter(HttpServletRequest request, HttpServletResponse response, Model model) {
        String code = PrintedCode.read(request.getParameter("code"));
        Questions questions = questions(code, request, response, model);
        return questions == null ? DOOR : sheet(code, questions, model);
    }

    @PostMapping("/send")
    String send(HttpServletRequest request, HttpServletResponse response, Model model) {
        String open = request.getParameter("survey");
        String code = open == null ? PrintedCode.read(request.getParameter("code")) : null;
        Questions questions =
                open == null ? questions(code, request, response, model) : openQuestions(open, response, model);
        if (questions == null) {
            return DOOR;
        }
        SentSheet sent = SentSheet.read(request, questions);
        String objection = sent.objection();
        if (objection == null && open != null) {
            objection = flood(sent, questions, request);
        }
        if (objection != null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("objection", objection);
            model.addAttribute("sent", sent);
            return sheet(code, questions, model);
        }
        try {
            put(code, questions, sent);
        } catch (RuleViolationException late) {
            return refuse(late.code(), HttpStatus.CONFLICT, response, model);
        }
        model.addAttribute("questions", questions);
        return "survey/s-done";
    }

    private void put(@Nullable String code, Questions questions, SentSheet sent) {
        if (code == null) {
            box.answerOpen(questions.survey(), sent.digits(), sent.remark());
        } else {
            box.answer(code, sent.digits(), sent.remark());
        }
    }

    /** What stands in the way of an answer without a code. */
    private @Nullable String flood(SentSheet sent, Questions questions, HttpServletRequest request) {
        if (!NamelessProof.isDone(
                questions.survey(), sent.proven(), request.getParameter("proof"), LocalDate.now(clock))) {
            return "survey.s.proof";
        }
        return throttle.isFlooding(request.getRemoteAddr()) ? "survey.s.flooding" : null;
    }

    /** Where the code leads; null with the sentence that says why it leads nowhere. */
    private @Nullable Questions questions(
            @Nullable String code, HttpServletRequest request, HttpServletResponse response, Model model) {
        try {
            Optional<Questions> found = code == null ? Optional.empty() : box.enter(code);
            if (found.isPresent()) {
                return found.get();
            }
        } catch (RuleViolationException over) {
            refuse(over.code(), HttpStatus.CONFLICT, response, model);
            return null;
        }
        // a slip of the finger in 26 characters is mended, not typed again
        model.addAttribute("typed", request.getParameter("code"));
        if (throttle.isGuessing(request.getRemoteAddr())) {
            refuse("survey.s.guessing", HttpStatus.TOO_MANY_REQUESTS, response, model);
        } else {
            refuse("survey.s.unknown", HttpStatus.UNPROCESSABLE_CONTENT, response, model);
        }
        return null;
    }

    /** The survey of an address; null with the sentence that says why it cannot be answered. */
    private @Nullable Questions openQuestions(String address, HttpServletResponse response, Model model) {
        try {
            Optional<Questions> found = box.enterOpen(UUID.fromString(address));
            if (found.isPresent()) {
                return found.get();
            }
        } catch (IllegalArgumentException noAddress) {
            // answered as an address that leads nowhere
        } catch (RuleViolationException over) {
            refuse(over.code(), HttpStatus.CONFLICT, response, model);
            return null;
        }
        refuse("survey.s.nowhere", HttpStatus.NOT_FOUND, response, model);
        return null;
    }

    private static String refuse(String code, HttpStatus status, HttpServletResponse response, Model model) {
        response.setStatus(status.value());
        model.addAttribute("objection", code);
        return DOOR;
    }

    private String sheet(@Nullable String code, Questions questions, Model model) {
        model.addAttribute("code", code);
        model.addAttribute("questions", questions);
        model.addAttribute("levels", questions.scale().levels());
        model.addAttribute("day", LocalDate.now(clock));
        if (!model.containsAttribute("sent")) {
            model.addAttribute("sent", SentSheet.EMPTY);
        }
        return "survey/s-sheet";
    }
}
