package org.orglife.ballot.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orglife.ballot.BallotUrn;
import org.orglife.ballot.BallotUrn.Sheet;
import org.orglife.ballot.SubjectKind;
import org.orglife.shared.PrintedCode;
import org.orglife.shared.RuleViolationException;
import org.orglife.web.NamelessThrottle;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * 测评票 on a phone or a shared device, without sign-in. Reads what is sent from the request itself, so that no binding
 * writes a rejected value to a log; what is answered does not depend on what was chosen.
 */
@Controller
@RequestMapping(BallotDoor.ADDRESS)
class UrnController {

    /** In front of the position of a line in the names of the fields. */
    private static final String GRADE = "g";

    private static final String SHARED = "shared";

    private final BallotUrn urn;
    private final NamelessThrottle throttle;

    UrnController(BallotUrn urn, NamelessThrottle throttle) {
        this.urn = urn;
        this.throttle = throttle;
    }

    /** The same page for everybody; looking at it uses nothing up. */
    @GetMapping
    String door() {
        return "ballot/b-door";
    }

    /** The same on a device that goes from hand to hand: it forgets each voter and begins anew by itself. */
    @GetMapping("/shared")
    String sharedDoor(Model model) {
        model.addAttribute(SHARED, true);
        return "ballot/b-door";
    }

    /** 这次投票为什么是无记名的. */
    @GetMapping("/why")
    String why() {
        return "ballot/b-why";
    }

    @PostMapping("/ballot")
    String enter(HttpServletRequest request, HttpServletResponse response, Model model) {
        remember(request, model);
        String code = PrintedCode.read(request.getParameter("code"));
        Optional<Sheet> sheet;
        try {
            sheet = code == null ? Optional.empty() : urn.enter(code);
        } catch (RuleViolationException refused) {
            return refuse(refused.code(), HttpStatus.CONFLICT, response, model);
        }
        if (sheet.isEmpty()) {
            return unknown(request, response, model);
        }
        model.addAttribute("code", code);
        model.addAttribute("sheet", sheet.get());
        model.addAttribute("grades", SubjectKind.GRADES);
        return "ballot/b-ballot";
    }

    @PostMapping("/cast")
    String cast(HttpServletRequest request, HttpServletResponse response, Model model) {
        remember(request, model);
        String code = PrintedCode.read(request.getParameter("code"));
        if (code == null) {
            return unknown(request, response, model);
        }
        List<Integer> grades = grades(request.getParameterMap());
        if (grades == null) {
            return refuse("ballot.b.incomplete", HttpStatus.UNPROCESSABLE_CONTENT, response, model);
        }
        try {
            urn.cast(code, Objects.requireNonNullElse(request.getParameter("page"), ""), grades);
        } catch (RuleViolationException refused) {
            if (refused.code().equals("ballot.b.unknown")) {
                return unknown(request, response, model);
            }
            return refuse(refused.code(), HttpStatus.CONFLICT, response, model);
        }
        return "ballot/b-done";
    }

    private static void remember(HttpServletRequest request, Model model) {
        if ("true".equals(request.getParameter(SHARED))) {
            model.addAttribute(SHARED, true);
        } else {
            // a slip of the finger in 26 characters is mended, not typed again; on a shared device nothing stays
            model.addAttribute("typed", request.getParameter("code"));
        }
    }

    private String unknown(HttpServletRequest request, HttpServletResponse response, Model model) {
        return throttle.isGuessing(request.getRemoteAddr())
                ? refuse("ballot.b.guessing", HttpStatus.TOO_MANY_REQUESTS, response, model)
                : refuse("ballot.b.unknown", HttpStatus.UNPROCESSABLE_CONTENT, response, model);
    }

    private static String refuse(String code, HttpStatus status, HttpServletResponse response, Model model) {
        response.setStatus(status.value());
        model.addAttribute("objection", code);
        return "ballot/b-door";
    }

    /**
     * The grades line by line: each line once, one digit each; null for anything else, a line twice or a line that the
     * ballot does not have among it.
     */
    private static @Nullable List<Integer> grades(Map<String, String[]> sent) {
        List<Integer> grades = new ArrayList<>();
        for (String[] values = sent.get(GRADE + 1); values != null; values = sent.get(GRADE + (grades.size() + 1))) {
            if (values.length != 1 || !values[0].matches("[0-4]")) {
                return null;
            }
            grades.add(values[0].charAt(0) - '0');
        }
        long lines =
                sent.keySet().stream().filter(name -> name.startsWith(GRADE)).count();
        return lines == grades.size() ? grades : null;
    }
}
