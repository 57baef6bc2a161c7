package org.orglife.routine;

import static org.orglife.BranchesAtWork.memberOf;
import static org.orglife.Pages.redirectedId;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orglife.BranchesAtWork.Branch;
import org.orglife.Pages;
import org.orglife.TestClock;
import org.orglife.account.SignedInUser;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Writes down meetings as the form does, and gives a branch a group. */
record Routines(Pages pages, JdbcClient jdbc, RoutinePeople people) {

    /** The fields of a form in which everybody is ticked but those who were absent; more fields replace the usual ones. */
    List<String> fields(
            Branch branch,
            @Nullable Long group,
            LocalDate on,
            List<RoutineKind> kinds,
            Set<Long> absent,
            String... more) {
        List<String> fields =
                new ArrayList<>(List.of("heldOn", on.toString(), "topics", "学习党章；研究工作", "place", "三楼会议室"));
        kinds.forEach(kind -> fields.addAll(List.of("kinds", kind.name())));
        if (group != null) {
            fields.addAll(List.of("groupId", group.toString()));
        }
        boolean committee = kinds.contains(RoutineKind.COMMITTEE);
        people.expected(branch.unit().getId(), group, committee, on).forEach(one -> {
            fields.addAll(List.of("listed", String.valueOf(one.id())));
            if (!absent.contains(one.id())) {
                fields.addAll(List.of("present", String.valueOf(one.id())));
            }
        });
        for (int at = 0; at < more.length; at += 2) {
            int known = more[at].equals("reasons") ? -1 : fields.indexOf(more[at]);
            if (known >= 0) {
                fields.set(known + 1, more[at + 1]);
            } else {
                fields.addAll(List.of(more[at], more[at + 1]));
            }
        }
        return fields;
    }

    MvcTestResult send(SignedInUser by, String address, List<String> fields) {
        return pages.post(by, address, fields.toArray(new String[0]));
    }

    /** A meeting that took place; the secretary writes it down. */
    long held(Branch branch, LocalDate on, List<RoutineKind> kinds, SignedInUser... absent) {
        Set<Long> ids = Arrays.stream(absent).map(user -> memberOf(user)).collect(Collectors.toSet());
        return redirectedId(send(branch.secretary(), "/routine", fields(branch, null, on, kinds, ids)));
    }

    /** A meeting of today. */
    long held(Branch branch, RoutineKind kind, SignedInUser... absent) {
        return held(branch, TestClock.TODAY, List.of(kind), absent);
    }

    /** A meeting that is planned. */
    long planned(Branch branch, LocalDate on, String... more) {
        List<String> fields = new ArrayList<>(List.of(
                "kinds",
                "THEME_DAY",
                "heldOn",
                on.toString(),
                "startsAt",
                "15:00",
                "topics",
                "走访慰问",
                "place",
                "三楼会议室"));
        fields.addAll(List.of(more));
        return redirectedId(send(branch.organiser(), "/routine/plans", fields));
    }

    String version(long id) {
        return text("select version::text from routine_meeting where id = :id", id);
    }

    String state(long id) {
        return text("select state from routine_meeting where id = :id", id);
    }

    String text(String sql, long id) {
        return jdbc.sql(sql).param("id", id).query(String.class).single();
    }

    /** A group of the branch with these members, the first of whom leads it. */
    long group(Branch branch, String name, SignedInUser... members) {
        long branchId = branch.unit().getId();
        long group =
                jdbc.sql("select nextval('org_unit_seq')").query(Long.class).single();
        jdbc.sql("""
                        insert into org_unit (id, parent_id, path, name, kind)
                        values (:id, :branch, (select path from org_unit where id = :branch) || :id || '/', :name, 'GROUP')
                        """)
                .param("id", group)
                .param("branch", branchId)
                .param("name", name)
                .update();
        for (SignedInUser member : members) {
            jdbc.sql("update membership set group_id = :group where member_id = :member")
                    .param("group", group)
                    .param("member", memberOf(member))
                    .update();
        }
        jdbc.sql("""
                        insert into position (id, unit_id, member_id, kind, from_on)
                        values (nextval('position_seq') + 1000000, :group, :member, 'GROUP_LEADER', '2021-01-01')
                        """)
                .param("group", group)
                .param("member", memberOf(members[0]))
                .update();
        return group;
    }
}
