package org.orglife.sitting.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orglife.meeting.AttendanceCapacity;
import org.orglife.meeting.MeetingForm;
import org.orglife.organisation.OrgUnit;
import org.orglife.organisation.OrgUnitService;
import org.orglife.organisation.Roster;
import org.orglife.shared.BranchScope;
import org.orglife.shared.RuleViolationException;
import org.orglife.shared.TypedText;
import org.orglife.sitting.AbsenceReason;
import org.orglife.sitting.AgendaItem;
import org.orglife.sitting.Attendance;
import org.orglife.sitting.ConsoleQuery;
import org.orglife.sitting.ConsoleView;
import org.orglife.sitting.HostScript;
import org.orglife.web.CameFrom;
import org.orglife.web.Dates;
import org.orglife.web.PublicAddress;
import org.orglife.web.QrCode;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * Draws the console. Its script sends every form in the background and gets the middle of the page back; without the
 * script the same form leads to the whole page again.
 */
@Component
class ConsoleFrame {

    /** Sent by the script with every request; its value is the desk that the page shows. */
    static final String BY_SCRIPT = "X-Console";

    private final ConsoleQuery query;
    private final HostScript script;
    private final OrgUnitService units;
    private final Roster roster;
    private final Dates dates;
    private final PublicAddress address;
    private final Clock clock;

    ConsoleFrame(
            ConsoleQuery query,
            HostScript script,
            OrgUnitService units,
            Roster roster,
            Dates dates,
            PublicAddress address,
            Clock clock) {
        this.query = query;
        this.script = script;
        this.units = units;
        this.roster = roster;
        this.dates = dates;
        this.address = address;
        this.clock = clock;
    }

    /** The console, or the page of the meeting where there is nothing to lead through yet. */
    String page(long taskId, @Nullable String desk, HttpServletRequest request, BranchScope scope, Model model) {
        String asked = isByScript(request) ? request.getHeader(BY_SCRIPT) : desk;
        Optional<ConsoleView> found = query.console(taskId, scope);
        if (found.isEmpty()) {
            return isByScript(request) ? "sitting/parts :: gone" : "redirect:/tasks/" + taskId + "/meeting";
        }
        ConsoleView view = found.get();
        fill(view, model);
        DeskView shown = DeskView.of(asked, view);
        model.addAttribute("desk", shown.name());
        model.addAttribute("main", MainMove.of(view));
        model.addAttribute("leads", scope.role().leadsBranch());
        model.addAttribute("works", scope.role().worksForBranch());
        model.addAttribute("reasons", leaveReasons());
        model.addAttribute("capacities", AttendanceCapacity.invited());
        model.addAttribute("groups", groups(view, scope));
        model.addAttribute("unlisted", shown == DeskView.LIST ? unlisted(view, scope) : List.of());
        return isByScript(request) ? "sitting/console :: body" : "sitting/console";
    }

    /** What is thrown on the wall; the same for everybody. */
    String projector(long taskId, HttpServletRequest request, BranchScope scope, Model model) {
        Optional<ConsoleView> found = query.console(taskId, scope);
        if (found.isEmpty()) {
            return isByScript(request) ? "sitting/parts :: gone" : "redirect:/tasks/" + taskId + "/meeting";
        }
        fill(found.get(), model);
        model.addAttribute(
                "qr", QrCode.of(address.of("/check-in/" + found.get().sitting().getCode())));
        return isByScript(request) ? "sitting/projector :: body" : "sitting/projector";
    }

    private void fill(ConsoleView view, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("current", view.current());
        model.addAttribute("following", view.following());
        model.addAttribute("turn", view.turn());
        model.addAttribute("script", script.now(view));
        model.addAttribute("numbers", HostScript.numbers(view.agenda().size()));
        model.addAttribute(
                "minutes", minutesSince(view.held().getStartedAt(), view.held().getEndedAt()));
        AgendaItem current = view.current();
        model.addAttribute(
                "itemMinutes", current == null ? 0 : minutesSince(current.getBegunAt(), current.getEndedAt()));
    }

    private long minutesSince(@Nullable Instant from, @Nullable Instant until) {
        return from == null
                ? 0
                : Duration.between(from, until == null ? clock.instant() : until)
                        .toMinutes();
    }

    private static List<AbsenceReason> leaveReasons() {
        return Arrays.stream(AbsenceReason.values())
                .filter(AbsenceReason::isLeave)
                .toList();
    }

    private List<OrgUnit> groups(ConsoleView view, BranchScope scope) {
        return view.meeting().getForm() == MeetingForm.GROUP
                ? units.groups(view.task().getBranch().getId(), scope)
                : List.of();
    }

    /** Members of the branch who are not on the list: they may have come all the same. */
    private List<Roster.Person> unlisted(ConsoleView view, BranchScope scope) {
        Set<Long> listed = view.list().stream()
                .map(Attendance::getMemberId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return roster.membersOf(view.task().getBranch().getId(), dates.today(), scope).stream()
                .filter(person -> !listed.contains(person.id()))
                .toList();
    }

    /** Where a command leads: the middle of the page for the script, otherwise back to the page it came from. */
    String after(Touch touch, Model model) {
        if (isByScript(touch.request())) {
            return page(touch.taskId(), null, touch.request(), touch.scope(), model);
        }
        String before = CameFrom.page(touch.request());
        String console = "/tasks/" + touch.taskId() + "/meeting/console";
        return "redirect:" + (before.startsWith(console) ? before : console);
    }

    static boolean isByScript(HttpServletRequest request) {
        return request.getHeader(BY_SCRIPT) != null;
    }

    /**
     * A text that was typed at the console, if it is not too long.
     *
     * @throws RuleViolationException {@code sitting.text.long} with the number of characters there is room for
     */
    static @Nullable String within(@Nullable String typed, int most) {
        if (typed != null && TypedText.length(typed) > most) {
            throw new RuleViolationException("sitting.text.long", String.valueOf(most));
        }
        return typed;
    }

    /**
     * The same of a text that has to be there.
     *
     * @throws RuleViolationException with {@code missing} if it is not
     */
    static String required(@Nullable String typed, int most, String missing) {
        String text = within(typed, most);
        if (text == null) {
            throw new RuleViolationException(missing);
        }
        return text;
    }
}
