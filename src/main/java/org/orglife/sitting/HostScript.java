package org.orglife.sitting;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.orglife.meeting.AgendaType;
import org.orglife.meeting.AttendanceCapacity;
import org.orglife.shared.Labels;
import org.springframework.stereotype.Component;

/**
 * 主持词 (F22): what the chair says at each point of the meeting, made from the records; whoever chairs may change the
 * words of an item. Reasons of absence are not spoken.
 */
@Component
public class HostScript {

    private static final String NUMBERS = "一二三四五六七八九十";

    private final Labels labels;

    HostScript(Labels labels) {
        this.labels = labels;
    }

    /** What is said now: on opening the meeting, in the running item and, within the round, to whose turn it is. */
    public String now(ConsoleView view) {
        AgendaItem item = view.current();
        if (view.held().getPhase() == MeetingPhase.CHECK_IN) {
            return opening(view);
        }
        if (item == null) {
            return between(view);
        }
        if (item.getScript() != null && view.turn() == null) {
            return item.getScript();
        }
        return item.getType() == AgendaType.CRITICISM_ROUND ? round(view, item) : of(item, view);
    }

    private String between(ConsoleView view) {
        AgendaItem following = view.following();
        if (following == null) {
            return text("close");
        }
        boolean begun = view.agenda().stream().anyMatch(item -> item.getState() == AgendaState.DONE);
        return begun ? text("next", following.getTitle()) : opening(view);
    }

    /** The opening words: who is there, and what the meeting deals with. */
    public String opening(ConsoleView view) {
        HeadCount count = view.count();
        List<String> lines = new ArrayList<>();
        lines.add(text("comrades"));
        lines.add(text("open", view.task().getCampaign().getTitle()));
        lines.add(text("count", count.expected(), count.present(), count.probationary()));
        if (count.excused() > 0) {
            lines.add(text("excused", count.excused()));
        }
        names(view, AttendanceCapacity.LEADER_AS_ORDINARY_MEMBER, "leaders", lines);
        names(view, AttendanceCapacity.SUPERVISOR, "supervisors", lines);
        names(view, AttendanceCapacity.CONTACT_LEADER, "contact", lines);
        names(view, AttendanceCapacity.OUTSIDE_REP, "outside", lines);
        lines.add(text(view.enough().isMet() ? "begin" : "begin.few"));
        List<AgendaItem> items = view.items();
        lines.add(text("agenda", items.size(), agenda(items)));
        return String.join("\n", lines);
    }

    private void names(ConsoleView view, AttendanceCapacity capacity, String key, List<String> lines) {
        List<String> there = HeadCount.presentAs(view.list(), capacity).stream()
                .map(one -> one.getUnit() == null ? one.getName() : one.getUnit() + one.getName())
                .toList();
        if (!there.isEmpty()) {
            lines.add(text(key, String.join("、", there)));
        }
    }

    private String agenda(List<AgendaItem> items) {
        List<String> parts = new ArrayList<>();
        for (int at = 0; at < items.size(); at++) {
            parts.add(text("agenda.item", number(at), items.get(at).getTitle()));
        }
        return String.join("；", parts);
    }

    /** 一、二 … 十 and so on, for that many items. */
    public static List<String> numbers(int count) {
        return IntStream.range(0, count).mapToObj(HostScript::number).toList();
    }

    /** 一、二 … 十; digits beyond. */
    static String number(int at) {
        return at < NUMBERS.length() ? String.valueOf(NUMBERS.charAt(at)) : String.valueOf(at + 1);
    }

    private String round(ConsoleView view, AgendaItem item) {
        CriticismRound.TurnRow turn = view.turn();
        if (turn == null) {
            return view.turnsDone() == 0 ? of(item, view) : text("round.over");
        }
        return switch (turn.stage()) {
            case SELF_CRITICISM -> text("round.self", turn.name());
            case CRITICISM -> text("round.criticism", turn.name());
            default -> text("round.response", turn.name());
        };
    }

    /** What is said when an item begins: as somebody has written it, otherwise as it is made. */
    public String of(AgendaItem item, ConsoleView view) {
        if (item.getScript() != null) {
            return item.getScript();
        }
        String who = item.getPerson() == null ? view.held().getChair().getName() : item.getPerson();
        String key = "item." + item.getType();
        return item.getType() == AgendaType.BALLOT
                ? text(key, view.count().present())
                : text(key, who, item.getTitle());
    }

    private String text(String key, Object... arguments) {
        return labels.text("sitting.script." + key, arguments);
    }
}
