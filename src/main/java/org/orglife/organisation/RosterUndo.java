package org.orglife.organisation;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orglife.imports.ImportRecord;
import org.orglife.shared.RuleViolationException;
import org.springframework.stereotype.Component;

/** Takes an imported roster back, as long as nobody has worked on what it brought. */
@Component
class RosterUndo {

    private final MemberRepository members;
    private final MembershipRepository memberships;
    private final PositionRepository positions;
    private final RosterLookup lookup;
    private final EntityManager entities;

    RosterUndo(
            MemberRepository members,
            MembershipRepository memberships,
            PositionRepository positions,
            RosterLookup lookup,
            EntityManager entities) {
        this.members = members;
        this.memberships = memberships;
        this.positions = positions;
        this.lookup = lookup;
        this.entities = entities;
    }

    /**
     * Takes away those whom it made and gives the others back what they had.
     *
     * @return the branches that lose members by it
     * @throws RuleViolationException {@code imports.undo.changed} if one was changed since, {@code imports.undo.in-use} if used
     */
    Set<Long> undo(List<ImportRecord> records, LocalDate today) {
        List<Member> made = new ArrayList<>();
        ImportRecord.untouched(records, members::findByIdIn, Member::getId, Member::getVersion)
                .forEach((record, member) -> {
                    if (record.created()) {
                        made.add(member);
                    } else {
                        restore(member, record.before(), today);
                    }
                });
        Set<Long> branches = remove(made);
        entities.flush();
        return branches;
    }

    /**
     * All at once: a query for each of thousands of members would look through all of them for changes each time.
     *
     * @return the branches they were in
     */
    private Set<Long> remove(List<Member> made) {
        Map<Long, Member> byId = made.stream().collect(Collectors.toMap(Member::getId, Function.identity()));
        lookup.firstUsed(byId.keySet()).map(byId::get).ifPresent(RosterUndo::refuseToRemove);
        List<Position> seats = positions.ofMembers(byId.keySet());
        Set<Long> branches = new HashSet<>();
        Set<Long> enrolled = new HashSet<>();
        for (Membership membership : memberships.ofMembers(byId.keySet())) {
            Member member = membership.getMember();
            if (membership.getVersion() > 0 || !enrolled.add(member.getId())) {
                refuseToRemove(member);
            }
            branches.add(membership.getBranch().getId());
            memberships.delete(membership);
        }
        seats.forEach(positions::delete);
        made.forEach(members::delete);
        return branches;
    }

    private static void refuseToRemove(Member member) {
        throw new RuleViolationException("imports.undo.in-use", member.getName());
    }

    private static void restore(Member member, Map<String, String> before, LocalDate today) {
        Set<MemberFlag> flags = EnumSet.noneOf(MemberFlag.class);
        for (MemberFlag flag : MemberFlag.values()) {
            if (Boolean.parseBoolean(before.get(flag.name()))) {
                flags.add(flag);
            }
        }
        member.change(
                new MemberDetails(
                        before.get("人员编号"),
                        member.getName(),
                        before.containsKey("性别") ? Gender.valueOf(before.get("性别")) : null,
                        day(before.get("出生日期")),
                        MemberKind.valueOf(before.getOrDefault("党员类别", MemberKind.FULL.name())),
                        Standing.valueOf(before.getOrDefault("党籍状态", Standing.NORMAL.name())),
                        day(before.get("入党日期")),
                        day(before.get("转正日期")),
                        flags,
                        null),
                member.getPhoneSealed(),
                today);
    }

    private static @Nullable LocalDate day(@Nullable String date) {
        return date == null ? null : LocalDate.parse(date);
    }
}
