package org.orglife.organisation;

import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orglife.shared.KeptPlans;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes the new members of a roster: one statement for each table. Entities that Hibernate keeps would be copied, looked
 * through for changes and sent by the hundred, which for thousands of people takes several times as long. The objects
 * have checked themselves when they were made; here their values only go into the tables, as version 0.
 */
@Component
class RosterWriter {

    /** Numbers that one call of a sequence stands for: the value itself and those before it. */
    private static final int BLOCK = 50;

    private final JdbcClient jdbc;

    RosterWriter(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Writes people, what they are enrolled in and the seats they take, in the running transaction. The units have to be
     * in the database already.
     *
     * @param enrolments of members that are new, one for each
     * @param seats of new members and old ones, none vacant; whoever held one has left it in the database
     * @return the number that each new member was given
     */
    IdentityHashMap<Member, Long> write(List<Membership> enrolments, List<Position> seats) {
        IdentityHashMap<Member, Long> ids = new IdentityHashMap<>();
        if (enrolments.isEmpty() && seats.isEmpty()) {
            return ids;
        }
        Iterator<Long> numbers = numbers("member_seq", enrolments.size());
        List<Member> members = enrolments.stream().map(Membership::getMember).toList();
        members.forEach(member -> ids.put(member, numbers.next()));
        KeptPlans.during(jdbc, () -> {
            writeMembers(members, ids);
            writeEnrolments(enrolments, ids);
            writeSeats(seats, ids);
        });
        return ids;
    }

    private void writeEnrolments(List<Membership> enrolments, IdentityHashMap<Member, Long> ids) {
        Iterator<Long> own = numbers("membership_seq", enrolments.size());
        jdbc.sql("""
                        insert into membership (id, member_id, branch_id, group_id, from_on, version)
                        select id, member_id, branch_id, group_id, cast(from_on as date), 0
                        from unnest(:ids, :members, :branches, :groups, :from)
                          as row (id, member_id, branch_id, group_id, from_on)
                        """)
                .param("ids", enrolments.stream().map(any -> own.next()).toArray(Long[]::new))
                .param("members", longs(enrolments, enrolment -> ids.get(enrolment.getMember())))
                .param(
                        "branches",
                        longs(enrolments, enrolment -> enrolment.getBranch().getId()))
                .param("groups", longs(enrolments, enrolment -> id(enrolment.getGroup())))
                .param("from", texts(enrolments, Membership::getFromOn))
                .update();
    }

    private void writeMembers(List<Member> members, IdentityHashMap<Member, Long> ids) {
        jdbc.sql("""
                        insert into member (id, code, name, name_initials, gender, born_on, kind, standing, joined_on, full_on,
                          leader, retired, mobile, care, abroad, phone_sealed, version)
                        select id, code, name, name_initials, gender, cast(born_on as date), kind, standing,
                          cast(joined_on as date), cast(full_on as date), leader, retired, mobile, care, abroad,
                          decode(phone, 'hex'), 0
                        from unnest(:ids, :codes, :names, :initials, :genders, :born, :kinds, :standings, :joined, :full,
                            :leader, :retired, :mobile, :care, :abroad, :phones)
                          as row (id, code, name, name_initials, gender, born_on, kind, standing, joined_on, full_on,
                            leader, retired, mobile, care, abroad, phone)
                        """)
                .param("ids", longs(members, ids::get))
                .param("codes", texts(members, Member::getCode))
                .param("names", texts(members, Member::getName))
                .param("initials", texts(members, Member::getNameInitials))
                .param("genders", texts(members, Member::getGender))
                .param("born", texts(members, Member::getBornOn))
                .param("kinds", texts(members, Member::getKind))
                .param("standings", texts(members, Member::getStanding))
                .param("joined", texts(members, Member::getJoinedOn))
                .param("full", texts(members, Member::getFullOn))
                .param("leader", flags(members, MemberFlag.LEADER))
                .param("retired", flags(members, MemberFlag.RETIRED))
                .param("mobile", flags(members, MemberFlag.MOBILE))
                .param("care", flags(members, MemberFlag.CARE))
                .param("abroad", flags(members, MemberFlag.ABROAD))
                .param("phones", texts(members, RosterWriter::phone))
                .update();
    }

    private void writeSeats(List<Position> seats, IdentityHashMap<Member, Long> made) {
        Iterator<Long> own = numbers("position_seq", seats.size());
        jdbc.sql("""
                        insert into position (id, unit_id, member_id, kind, title, assistant, acting, from_on, version)
                        select id, unit_id, member_id, kind, title, false, false, cast(from_on as date), 0
                        from unnest(:ids, :units, :members, :kinds, :titles, :from)
                          as row (id, unit_id, member_id, kind, title, from_on)
                        """)
                .param("ids", seats.stream().map(any -> own.next()).toArray(Long[]::new))
                .param("units", longs(seats, seat -> seat.getUnit().getId()))
                .param("members", longs(seats, seat -> holder(seat, made)))
                .param("kinds", texts(seats, Position::getKind))
                .param("titles", texts(seats, Position::getTitle))
                .param("from", texts(seats, Position::getFromOn))
                .update();
    }

    private static Long holder(Position seat, IdentityHashMap<Member, Long> made) {
        Member member = Objects.requireNonNull(seat.getMember());
        Long id = made.get(member);
        return id == null ? member.getId() : id;
    }

    /** As Hibernate takes them: a value of the sequence is the last of its numbers. */
    private Iterator<Long> numbers(String sequence, int count) {
        List<Long> last = jdbc.sql("select nextval(cast(:sequence as regclass)) from generate_series(1, :blocks)")
                .param("sequence", sequence)
                .param("blocks", count / BLOCK + 2)
                .query(Long.class)
                .list();
        return last.stream()
                .flatMap(end -> Stream.iterate(end - BLOCK + 1, number -> number <= end, number -> number + 1))
                .filter(number -> number > 0)
                .iterator();
    }

    private static @Nullable String phone(Member member) {
        byte[] sealed = member.getPhoneSealed();
        return sealed == null ? null : HexFormat.of().formatHex(sealed);
    }

    private static @Nullable Long id(@Nullable OrgUnit unit) {
        return unit == null ? null : unit.getId();
    }

    private static <T> Long[] longs(List<T> rows, Function<T, @Nullable Long> value) {
        return rows.stream().map(value).toArray(Long[]::new);
    }

    private static <T> String[] texts(List<T> rows, Function<T, @Nullable Object> value) {
        return rows.stream()
                .map(row -> {
                    Object found = value.apply(row);
                    return found == null ? null : found.toString();
                })
                .toArray(String[]::new);
    }

    private static Boolean[] flags(List<Member> members, MemberFlag flag) {
        return members.stream().map(member -> member.getFlags().contains(flag)).toArray(Boolean[]::new);
    }
}
