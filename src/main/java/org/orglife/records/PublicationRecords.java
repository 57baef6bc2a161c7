package org.orglife.records;

import org.orglife.publication.PublicationKind;
import org.orglife.publication.PublicationState;
import org.orglife.shared.BranchScope;
import org.springframework.stereotype.Component;

/** What was shown in public and has him in it, and what he lets be shown. */
@Component
class PublicationRecords implements RecordSource {

    private static final String SQL = """
            select p.id, p.from_on on_day, p.title, p.kind, p.state, p.until_on, false consent
            from publication p
            where p.state in ('PUBLISHED', 'ENDED', 'WITHDRAWN') and p.id in (
              select i.publication_id from publication_item i join problem q on q.id = i.problem_id where q.subject_member_id = :me
              union
              select i.publication_id from measure m join publication_item i on i.problem_id = m.item_id where m.owner_id = :me
              union
              select i.publication_id from pledge l join publication_pledge i on i.pledge_id = l.id where l.member_id = :me
              union
              select o.id from membership s join publication o on o.branch_id = s.branch_id and o.kind = 'POINTS'
                and s.from_on <= o.counted_until and (s.until_on is null or s.until_on >= o.counted_from)
              where s.member_id = :me and not exists (select from points_exemption x join points_scheme c on c.id = x.scheme_id
                where x.member_id = :me and c.branch_id = o.branch_id and c.year = extract(year from o.counted_from)))
            union all
            select c.problem_id, cast(c.given_at at time zone 'Asia/Shanghai' as date), q.text, null, null, null, true
            from publication_consent c join problem q on q.id = c.problem_id where c.member_id = :me
            """;

    private final OwnRows own;

    PublicationRecords(OwnRows own) {
        this.own = own;
    }

    @Override
    public RecordList of(BranchScope scope) {
        return own.read(
                RecordSection.PUBLICATIONS,
                SQL,
                scope,
                line -> line.said("note", "consent", "records.consent")
                        .fact("kind", "kind", PublicationKind.class)
                        .fact("state", "state", PublicationState.class)
                        .day("until", "until_on")
                        .under("title"));
    }
}
