package org.orglife.talk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.TalkedBy;
import org.orglife.organisation.PositionKind;
import org.orglife.shared.BranchScope;
import org.orglife.talk.TalkBoard.Cell;
import org.orglife.talk.TalkBoard.Line;
import org.orglife.talk.TalkBoard.Missing;
import org.orglife.talk.TalkQuery.Met;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts together who has talked with whom, and proposes who might talk with those who are left. */
@Service
@Transactional(readOnly = true)
public class TalkBoards {

    private final TalkQuery query;

    TalkBoards(TalkQuery query) {
        this.query = query;
    }

    /**
     * The board of a task that was found within the scope.
     *
     * @param scope of somebody in the branch; whoever does not know of every talk gets his own column
     */
    public TalkBoard of(BranchTask task, BranchScope scope) {
        TalkedBy by = task.getCampaign().getPolicy().talkedBy();
        return new Work(query.people(task), query.met(task, null), by).board(scope);
    }

    /** The records of one branch on the way to its board. */
    private static final class Work {

        private final List<TalkPerson> committee = new ArrayList<>();
        private final List<TalkPerson> members = new ArrayList<>();
        private final Map<Long, Map<Long, Met>> last = new HashMap<>();
        private final Set<Long> covered = new HashSet<>();
        private final Map<Long, Met> peers = new HashMap<>();
        private final Set<Long> withSecretary = new HashSet<>();
        private final Map<Long, Integer> load = new HashMap<>();

        private final TalkedBy by;

        Work(List<TalkPerson> people, List<Met> met, TalkedBy by) {
            this.by = by;
            people.forEach(person -> (person.isSeated() ? committee : members).add(person));
            committee.sort(Comparator.comparing(person -> Objects.requireNonNull(person.seat())));
            for (Met talk : met) {
                note(talk, talk.convener(), talk.partner(), talk.partnerWas());
                note(talk, talk.partner(), talk.convener(), talk.convenerWas());
            }
        }

        private void note(Met talk, long one, long other, Capacity otherWas) {
            last.computeIfAbsent(one, id -> new HashMap<>()).put(other, talk);
            if (otherWas == Capacity.SECRETARY || (otherWas.sitsOnCommittee() && by == TalkedBy.COMMITTEE)) {
                covered.add(one);
            }
            if (otherWas.sitsOnCommittee()) {
                load.merge(other, 1, Integer::sum);
            } else if (otherWas == Capacity.MEMBER) {
                peers.put(one, talk);
            }
            if (otherWas == Capacity.SECRETARY) {
                withSecretary.add(one);
            }
        }

        TalkBoard board(BranchScope scope) {
            boolean all = TalkAccess.seesAll(scope);
            List<Missing> missing = missing();
            List<TalkPerson> columns = all
                    ? committee
                    : committee.stream()
                            .filter(person -> scope.isOwn(person.id()))
                            .toList();
            List<Missing> shown = all
                    ? missing
                    : missing.stream()
                            .filter(each ->
                                    each.ask() != null && scope.isOwn(each.ask().id()))
                            .toList();
            List<Line> lines = new ArrayList<>();
            for (TalkPerson member : members) {
                lines.add(line(member, columns, ask(member, missing), all));
            }
            lines.sort(Comparator.comparing(Line::covered));
            List<Line> among = (all ? committee : columns)
                    .stream().map(person -> line(person, committee, null, all)).toList();
            List<TalkPerson> key = all
                    ? members.stream()
                            .filter(person -> person.isKey() && !withSecretary.contains(person.id()))
                            .toList()
                    : List.of();
            return new TalkBoard(columns, lines, shown, among, key, all);
        }

        private Line line(TalkPerson person, List<TalkPerson> columns, @Nullable Long ask, boolean all) {
            Map<Long, Met> talks = last.getOrDefault(person.id(), Map.of());
            List<Cell> cells = new ArrayList<>();
            for (TalkPerson column : columns) {
                Met met = talks.get(column.id());
                cells.add(new Cell(
                        column.id(),
                        column.name(),
                        met == null ? null : met.talkId(),
                        met == null ? null : met.heldOn(),
                        Objects.equals(ask, column.id()),
                        column.id() == person.id()));
            }
            Met peer = all ? peers.get(person.id()) : null;
            Cell with = peer == null
                    ? null
                    : new Cell(
                            peer.convener() == person.id() ? peer.partner() : peer.convener(),
                            "",
                            peer.talkId(),
                            peer.heldOn(),
                            false,
                            false);
            return new Line(person, !all || covered.contains(person.id()), cells, with);
        }

        private static @Nullable Long ask(TalkPerson member, List<Missing> missing) {
            return missing.stream()
                    .filter(each -> each.person().id() == member.id())
                    .findFirst()
                    .map(Missing::ask)
                    .map(TalkPerson::id)
                    .orElse(null);
        }

        private List<Missing> missing() {
            List<Missing> missing = new ArrayList<>();
            for (TalkPerson member : members) {
                if (!covered.contains(member.id())) {
                    Missing proposal = propose(member);
                    if (proposal.ask() != null) {
                        load.merge(proposal.ask().id(), 1, Integer::sum);
                    }
                    missing.add(proposal);
                }
            }
            return missing;
        }

        /** Key persons go to the secretary, others to somebody of their own group, or to whoever has talked least. */
        private Missing propose(TalkPerson member) {
            if (committee.isEmpty()) {
                return new Missing(member, null, "talk.why.nobody", List.of());
            }
            if (by == TalkedBy.SECRETARY && committee.get(0).seat() == PositionKind.SECRETARY) {
                return new Missing(member, committee.get(0), "talk.why.secretary", List.of());
            }
            if (member.isKey()) {
                return new Missing(
                        member,
                        committee.get(0),
                        why(member),
                        List.of(committee.get(0).name()));
            }
            List<TalkPerson> near = committee.stream()
                    .filter(person -> member.group() != null && member.group().equals(person.group()))
                    .toList();
            TalkPerson least = (near.isEmpty() ? committee : near)
                    .stream()
                            .min(Comparator.comparing(person -> load.getOrDefault(person.id(), 0)))
                            .orElseThrow();
            return near.isEmpty()
                    ? new Missing(member, least, "talk.why.least", List.of(least.name()))
                    : new Missing(
                            member, least, "talk.why.group", List.of(least.name(), String.valueOf(member.group())));
        }

        private static String why(TalkPerson member) {
            if (member.mobile()) {
                return "talk.why.mobile";
            }
            if (member.care()) {
                return "talk.why.care";
            }
            if (member.abroad()) {
                return "talk.why.abroad";
            }
            return member.penalty() ? "talk.why.penalty" : "talk.why.retired";
        }
    }
}
