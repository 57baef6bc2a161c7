package org.orglife.rectification;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orglife.organisation.ScopeSql;
import org.orglife.problem.SubjectKind;
import org.orglife.shared.BranchScope;
import org.orglife.shared.Role;

/**
 * A filter and a scope as the {@code where} of the ledger's queries. The tables go by fixed names: {@code p} problem,
 * {@code i} rectification_item, {@code u} org_unit, {@code t} branch_task, {@code a} aspect.
 *
 * @param measure the part of the filter that a measure, {@code x}, meets itself: a list of measures shows no others
 */
record LedgerCondition(String where, String measure, Map<String, Object> parameters) {

    /** Nobody in the branch may close it: the committee has no member who is not involved himself. */
    static final String FALLS_TO_OFFICE = """
            not exists (
              select 1 from position x
              where x.unit_id = p.branch_id and x.until_on is null and not x.assistant and x.member_id is not null
                and x.kind <> 'GROUP_LEADER' and x.member_id is distinct from p.subject_member_id
                and not exists (select 1 from measure o where o.item_id = p.id and o.owner_id = x.member_id))
            """;

    /** I sit on the committee, and am the secretary unless he is involved himself. */
    static final String IS_CLOSER = """
            exists (select 1 from position x
              where x.unit_id = p.branch_id and x.until_on is null and not x.assistant and x.member_id = :me
                and x.kind <> 'GROUP_LEADER'
                and (x.kind = 'SECRETARY' or not exists (
                  select 1 from position s
                  where s.unit_id = p.branch_id and s.until_on is null and not s.assistant and s.kind = 'SECRETARY'
                    and s.member_id is not null and s.member_id is distinct from p.subject_member_id
                    and not exists (select 1 from measure o where o.item_id = p.id and o.owner_id = s.member_id))))
            """;

    private static final String OF_EARLIER_CAMPAIGNS = """
            p.campaign_id in (
              select e.id from campaign e, campaign chosen
              where chosen.id = :campaign and (e.year, e.id) < (chosen.year, chosen.id))
            """;

    static LedgerCondition of(LedgerFilter filter, BranchScope scope, LocalDate today) {
        ScopeSql within = ScopeSql.on("u", scope);
        List<String> all = new ArrayList<>(List.of(within.condition(), visible(scope)));
        Map<String, Object> parameters = new HashMap<>(within.parameters());
        parameters.put("me", scope.memberId() == null ? -1L : scope.memberId());
        if (filter.campaign() != null) {
            all.add(filter.status() == LedgerStatus.CARRIED ? OF_EARLIER_CAMPAIGNS : "p.campaign_id = :campaign");
            parameters.put("campaign", filter.campaign());
        }
        if (filter.branch() != null) {
            all.add("u.path like (select b.path from org_unit b where b.id = :branch) || '%'");
            parameters.put("branch", filter.branch());
        }
        if (filter.subject() != null) {
            all.add("p.subject_kind in (:subjects)");
            parameters.put("subjects", subjects(filter.subject()));
        }
        if (filter.aspect() != null) {
            all.add("a.title = :aspect");
            parameters.put("aspect", filter.aspect());
        }
        if (filter.status() == null) {
            all.add("i.state not in ('WITHDRAWN', 'MERGED', 'TRANSFERRED')");
        } else {
            all.add("i.state in (:states)");
            parameters.put("states", filter.status().states());
            if (filter.status() == LedgerStatus.RECURRING) {
                all.add("p.recurrence_of is not null");
            } else if (filter.status() == LedgerStatus.REOPENED) {
                all.add("i.reopenings > 0");
            }
        }
        if (filter.due() != null) {
            all.add(due(filter.due(), today, parameters));
        }
        if (filter.q() != null) {
            all.add("""
                    (strpos(p.text, :text) > 0 or exists (
                      select 1 from measure q join member o on o.id = q.owner_id
                      where q.item_id = p.id and (strpos(q.text, :text) > 0 or strpos(o.name, :text) > 0)))
                    """);
            parameters.put("text", filter.q());
        }
        if (filter.mine()) {
            all.add(OWN);
        }
        return new LedgerCondition("where " + String.join(" and ", all), measure(filter.due()), parameters);
    }

    /** A committee member is a member too, and counted as one (M10). */
    private static List<String> subjects(SubjectKind subject) {
        return subject == SubjectKind.MEMBER
                ? List.of(SubjectKind.MEMBER.name(), SubjectKind.COMMITTEE_MEMBER.name())
                : List.of(subject.name());
    }

    private static String measure(@Nullable DueFilter due) {
        if (due == null) {
            return "true";
        }
        return switch (due) {
            case OVERDUE -> "(x.done_on is null and x.due_on < :today)";
            case WEEK -> "(x.done_on is null and x.due_on between :today and :dueUntil)";
            case MONTH -> "(x.done_on is null and x.due_on between :dueFrom and :dueUntil)";
            case LONG_TERM -> "x.track = 'LONG_TERM'";
            case ASKED -> "(x.done_on is null and x.extension_until is not null)";
            case EXTENDED -> "x.first_due_on is not null";
        };
    }

    /** Everything in the scope that the role may read and that is not at its end. */
    static LedgerCondition open(BranchScope scope) {
        ScopeSql within = ScopeSql.on("u", scope);
        Map<String, Object> parameters = new HashMap<>(within.parameters());
        parameters.put("me", scope.memberId() == null ? -1L : scope.memberId());
        return new LedgerCondition(
                "where i.state not in ('CLOSED', 'WITHDRAWN', 'MERGED', 'TRANSFERRED') and " + within.condition()
                        + " and " + visible(scope),
                "true",
                parameters);
    }

    /** The same as {@link ClosingRule}, said in SQL; {@code c} is the campaign. */
    static String reviewable(BranchScope scope) {
        String waits = "i.state in ('SUBMITTED', 'VERIFIED') and ";
        if (scope.role() == Role.PARTY_OFFICE) {
            return "(" + waits + "((p.subject_kind = 'BRANCH' and (c.close_branch_items_by = 'SUPERIOR' or "
                    + FALLS_TO_OFFICE + "))" + " or (p.subject_kind <> 'BRANCH' and " + FALLS_TO_OFFICE + ")) and not "
                    + INVOLVED + ")";
        }
        if (!scope.role().sitsOnCommittee()) {
            return "false";
        }
        return "(" + waits + "not " + INVOLVED + " and case when p.subject_kind = 'BRANCH'"
                + " then c.close_branch_items_by = 'COMMITTEE' else " + IS_CLOSER + " end)";
    }

    private static final String OWN =
            "(p.subject_member_id = :me or exists (select 1 from measure o where o.item_id = p.id and o.owner_id = :me))";

    /** As {@link #OWN}, but an answer also for problems of the branch, which are nobody's own. */
    static final String INVOLVED = "(p.subject_member_id is not distinct from :me"
            + " or exists (select 1 from measure o where o.item_id = p.id and o.owner_id = :me))";

    /** The same as {@code ProblemAccess.mayRead} and {@code Items.mayRead}, said in SQL (domain 7.2). */
    private static String visible(BranchScope scope) {
        return switch (scope.role()) {
            case SECRETARY -> "true";
            // Asked step by step: a plain "or" has the database look for a committee behind every personal item.
            case PARTY_OFFICE ->
                "(p.subject_kind = 'BRANCH' or i.state in ('SUBMITTED', 'VERIFIED'))"
                        + " and case when p.subject_kind = 'BRANCH' then true else " + FALLS_TO_OFFICE + " end";
            case DEPUTY, COMMITTEE ->
                "(p.subject_kind = 'BRANCH' or t.state in ('HELD', 'REPORTED', 'RECTIFYING', 'DONE') or " + OWN
                        + " or (i.state in ('SUBMITTED', 'VERIFIED') and case when " + INVOLVED + " then false else "
                        + IS_CLOSER + " end))";
            case ASSISTANT, GROUP_LEADER, MEMBER -> "(p.subject_kind = 'BRANCH' or " + OWN + ")";
            case LEADER, SUPERVISOR -> "p.subject_kind = 'BRANCH'";
            case SYS_ADMIN, SEC_ADMIN, AUDIT_ADMIN -> "false";
        };
    }

    private static String due(DueFilter due, LocalDate today, Map<String, Object> parameters) {
        String open = "exists (select 1 from measure d where d.item_id = p.id and d.done_on is null and %s)"
                + " and i.state not in ('CLOSED', 'WITHDRAWN', 'MERGED', 'TRANSFERRED')";
        return switch (due) {
            case OVERDUE -> {
                parameters.put("today", today);
                yield open.formatted("d.due_on < :today");
            }
            case WEEK -> {
                parameters.put("today", today);
                parameters.put("dueUntil", today.plusDays(7));
                yield open.formatted("d.due_on between :today and :dueUntil");
            }
            case MONTH -> {
                parameters.put("dueFrom", today.withDayOfMonth(1));
                parameters.put("dueUntil", today.withDayOfMonth(today.lengthOfMonth()));
                yield open.formatted("d.due_on between :dueFrom and :dueUntil");
            }
            case LONG_TERM -> "exists (select 1 from measure d where d.item_id = p.id and d.track = 'LONG_TERM')";
            case ASKED -> open.formatted("d.extension_until is not null");
            case EXTENDED -> "exists (select 1 from measure d where d.item_id = p.id and d.first_due_on is not null)";
        };
    }
}
