package org.orglife.opinion.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orglife.opinion.OpinionAbout;
import org.orglife.opinion.OpinionBox;
import org.orglife.opinion.OpinionBox.Entrance;
import org.orglife.opinion.OpinionText;
import org.orglife.opinion.TargetGroup;
import org.orglife.shared.PrintedCode;
import org.orglife.shared.RuleViolationException;
import org.orglife.shared.TypedText;
import org.orglife.web.ListParams;
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
 * 请您提意见: the box on the phone, without sign-in. Reads what is sent from the request itself, so that no binding
 * writes a rejected value to a log.
 */
@Controller
@RequestMapping(BoxSecurity.ADDRESS)
class OpinionBoxController {

    private static final int SHORTEST = 5;
    private static final List<TargetGroup> GROUPS =
            List.of(TargetGroup.SERVICE, TargetGroup.OUTSIDER, TargetGroup.MEMBER, TargetGroup.RETIRED);

    private final OpinionBox box;
    private final NamelessThrottle throttle;
    private final Clock clock;

    OpinionBoxController(OpinionBox box, NamelessThrottle throttle, Clock clock) {
        this.box = box;
        this.throttle = throttle;
        this.clock = clock;
    }

    /** The same page for everybody; looking at it uses nothing up. */
    @GetMapping
    String door() {
        return "opinion/o-door";
    }

    /** A box that is open to everybody: its address stands on a poster. */
    @GetMapping("/{box}")
    String open(@PathVariable String box, HttpServletResponse response, Model model) {
        Entrance entrance = openEntrance(box, response, model);
        return entrance == null ? "opinion/o-door" : form(null, entrance, model);
    }

    /** The box of an address; null with the sentence that says why nothing can be thrown in. */
    private @Nullable Entrance openEntrance(@Nullable String id, HttpServletResponse response, Model model) {
        try {
            Optional<Entrance> found = id == null ? Optional.empty() : box.enterOpen(UUID.fromString(id));
            if (found.isPresent()) {
                model.addAttribute("open", true);
                model.addAttribute("day", LocalDate.now(clock));
                return found.get();
            }
        } catch (IllegalArgumentException noAddress) {
            // answered as an address that leads nowhere
        } catch (RuleViolationException over) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("objection", over.code());
            return null;
        }
        response.setStatus(HttpStatus.NOT_FOUND.value());
        model.addAttribute("objection", "opinion.o.nowhere");
        return null;
    }

    @PostMapping("/enter")
    String enter(HttpServletRequest request, HttpServletResponse response, Model model) {
        String code = PrintedCode.read(request.getParameter("code"));
        Entrance entrance = entrance(code, request, response, model);
        return entrance == null ? "opinion/o-door" : form(code, entrance, model);
    }

    /** Where the code leads; null with the sentence that says why it leads nowhere. */
    private @Nullable Entrance entrance(
            @Nullable String code, HttpServletRequest request, HttpServletResponse response, Model model) {
        try {
            Optional<Entrance> found = code == null ? Optional.empty() : box.enter(code);
            if (found.isPresent()) {
                return found.get();
            }
            boolean guessing = throttle.isGuessing(request.getRemoteAddr());
            response.setStatus(
                    guessing ? HttpStatus.TOO_MANY_REQUESTS.value() : HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("objection", guessing ? "opinion.o.guessing" : "opinion.o.unknown");
        } catch (RuleViolationException over) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("objection", over.code());
        }
        return null;
    }

    private static String form(@Nullable String code, Entrance entrance, Model model) {
        model.addAttribute("code", code);
        model.addAttribute("entrance", entrance);
        model.addAttribute("abouts", OpinionAbout.values());
        model.addAttribute("groups", GROUPS);
        return "opinion/o-write";
    }

    @PostMapping("/send")
    String send(HttpServletRequest request, HttpServletResponse response, Model model) {
        String openBox = request.getParameter("box");
        String code = openBox == null ? PrintedCode.read(request.getParameter("code")) : null;
        Entrance entrance =
                openBox == null ? entrance(code, request, response, model) : openEntrance(openBox, response, model);
        if (entrance == null) {
            // what was written is not lost: it is shown to be copied
            model.addAttribute("kept", request.getParameter("text"));
            return "opinion/o-door";
        }
        OpinionAbout about = ListParams.constant(OpinionAbout.values(), request.getParameter("about"));
        TargetGroup group = ListParams.constant(TargetGroup.values(), request.getParameter("group"));
        boolean receipt = "true".equals(request.getParameter("receipt"));
        String typed = request.getParameter("text");
        String text = TypedText.clean(typed);
        String objection = objection(about, text);
        if (objection == null && openBox != null && !isWorkDone(entrance, typed, request)) {
            objection = "opinion.o.proof";
        }
        if (objection == null && throttle.isFlooding(request.getRemoteAddr())) {
            objection = "opinion.o.flooding";
        }
        if (objection != null || about == null || text == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("objection", objection);
            model.addAttribute("excess", text == null ? 0 : TypedText.length(text) - OpinionText.LONGEST);
            model.addAttribute("text", typed == null ? "" : visible(typed));
            model.addAttribute("about", about);
            model.addAttribute("group", group);
            model.addAttribute("receipt", receipt);
            return form(code, entrance, model);
        }
        try {
            model.addAttribute("receiptCode", shown(drop(code, entrance, about, group, text, receipt)));
        } catch (RuleViolationException late) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("objection", late.code());
            model.addAttribute("kept", typed);
            return "opinion/o-door";
        }
        model.addAttribute("entrance", entrance);
        model.addAttribute("code", code);
        model.addAttribute("again", entrance.usesLeft() > 1);
        return "opinion/o-done";
    }

    private boolean isWorkDone(Entrance entrance, @Nullable String typed, HttpServletRequest request) {
        return NamelessProof.isDone(
                entrance.box(), typed == null ? "" : typed, request.getParameter("proof"), LocalDate.now(clock));
    }

    private @Nullable String drop(
            @Nullable String code,
            Entrance entrance,
            OpinionAbout about,
            @Nullable TargetGroup group,
            String text,
            boolean receipt) {
        return code == null
                ? box.dropOpen(entrance.box(), about, group, text, receipt)
                : box.drop(code, about, group, text, receipt);
    }

    private static @Nullable String shown(@Nullable String receipt) {
        return receipt == null ? null : PrintedCode.shown(receipt);
    }

    private static @Nullable String objection(@Nullable OpinionAbout about, @Nullable String text) {
        if (text == null || TypedText.length(text) < SHORTEST) {
            return "opinion.o.short";
        }
        if (TypedText.isForbidden(text)) {
            return "opinion.o.forbidden";
        }
        if (TypedText.length(text) > OpinionText.LONGEST) {
            return "opinion.o.long";
        }
        return about == null ? "opinion.o.about" : null;
    }

    /** Without the characters that cannot be kept: whoever sends it again sends it without them. */
    private static String visible(String typed) {
        return typed.codePoints()
                .filter(character -> !TypedText.isForbidden(Character.toString(character)))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @GetMapping("/result")
    String ask() {
        return "opinion/o-result";
    }

    @PostMapping("/result")
    String result(HttpServletRequest request, HttpServletResponse response, Model model) {
        String receipt = PrintedCode.read(request.getParameter("code"));
        Optional<OpinionBox.Outcome> outcome = receipt == null ? Optional.empty() : box.outcome(receipt);
        if (outcome.isEmpty()) {
            boolean guessing = throttle.isGuessing(request.getRemoteAddr());
            response.setStatus(
                    guessing ? HttpStatus.TOO_MANY_REQUESTS.value() : HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("objection", guessing ? "opinion.o.guessing" : "opinion.o.receipt.unknown");
        }
        model.addAttribute("outcome", outcome.orElse(null));
        return "opinion/o-result";
    }
}
