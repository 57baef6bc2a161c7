package org.orglife.ballot;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads the definition of the ballot's tables as it is in the database, and says what in it could tie a ballot to a voter:
 * a time, a running number, a person, a copy that is kept elsewhere. What {@code docs/ballot.md} promises is read off here.
 */
@Component
@Transactional(propagation = Propagation.SUPPORTS)
public class BallotSchema {

    private static final String TABLES = "c.relkind in ('r', 'p') and c.relname like 'ballot\\_%'";

    /** Each tells one kind of fault, as texts. */
    private static final List<String> FAULTS = List.of(
            // times, in any column
            """
            select c.relname || '.' || a.attname || ' ' || t.typname from pg_class c
            join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            join pg_type t on t.oid = a.atttypid
            where %s and t.typcategory in ('D', 'T')
            """,
            // running numbers, and anything that is filled in but a random number or a constant
            """
            select c.relname || '.' || a.attname || ' ' || coalesce(pg_get_expr(d.adbin, d.adrelid), 'identity') from pg_class c
            join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
            where %s and (a.attidentity <> '' or a.attgenerated <> '' or (d.adbin is not null
              and pg_get_expr(d.adbin, d.adrelid) <> 'gen_random_uuid()'
              and pg_get_expr(d.adbin, d.adrelid) !~ '^(''[^'']*''::[a-z ]+|[0-9]+)$'))
            """,
            // slips and envelopes have these columns and no other
            """
            select c.relname || '.' || a.attname || ' is one column too many' from pg_class c
            join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            where %s and (c.relname, a.attname) not in (('ballot_slip', 'box_id'), ('ballot_slip', 'token_hash'),
              ('ballot_slip', 'state'), ('ballot_slip', 'page_hash'), ('ballot_envelope', 'box_id'), ('ballot_envelope', 'id'), ('ballot_envelope', 'sealed'))
              and c.relname in ('ballot_slip', 'ballot_envelope')
            """,
            // what people and versions are called, but for the officers of a box and those who are voted on
            """
            select c.relname || '.' || a.attname || ' names somebody or counts changes' from pg_class c
            join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            where %s and a.attname ~ '(^|_)(created|updated|version|voter|account|member|person|user|session|ip|agent|address|device|seq|at|on|by)(_|$)'
              and (c.relname, a.attname) not in (('ballot_box', 'created_by'), ('ballot_subject', 'member_id'))
            """,
            // where they point
            """
            select c.relname || ' refers to ' || f.confrelid::regclass from pg_class c join pg_constraint f on f.conrelid = c.oid and f.contype = 'f'
            where %s and f.confrelid::regclass::text not in ('ballot_box', 'ballot_subject', 'held_meeting')
              and not (c.relname = 'ballot_box' and f.confrelid = 'account'::regclass)
            """,
            // what else is told of a change
            """
            select c.relname || ' has the trigger ' || t.tgname from pg_class c join pg_trigger t on t.tgrelid = c.oid and not t.tgisinternal
            where %s and t.tgname not in ('ballot_box_forward', 'ballot_envelope_in', 'ballot_tally_once', 'ballot_report_once', 'ballot_subject_settled')
            """,
            """
            select c.relname || ' has the rule ' || r.rulename from pg_class c join pg_rewrite r on r.ev_class = c.oid where %s
            """,
            """
            select c.relname || ' is sent to others by ' || p.pubname from pg_class c
            join pg_publication_tables p on p.tablename = c.relname where %s
            """,
            // what the application must not be able to change
            """
            select c.relname || ' can be changed by the application' from pg_class c
            where %s and (
              (c.relname in ('ballot_tally', 'ballot_report', 'ballot_subject') and has_table_privilege(c.oid, 'update, delete, truncate'))
              or (c.relname = 'ballot_box' and has_table_privilege(c.oid, 'delete, truncate'))
              or (c.relname = 'ballot_envelope' and has_table_privilege(c.oid, 'update, truncate')))
            """,
            """
            select 'track_commit_timestamp keeps the time of each vote' from pg_settings where name = 'track_commit_timestamp' and setting = 'on'
            """);

    private final JdbcClient jdbc;

    BallotSchema(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What should not be there, in words for whoever keeps the database; empty if all is as it should be. */
    public List<String> faults() {
        List<String> faults = new ArrayList<>();
        for (String fault : FAULTS) {
            faults.addAll(
                    jdbc.sql(fault.replace("%s", TABLES)).query(String.class).list());
        }
        return faults;
    }

    /** The tables that were read. */
    List<String> tables() {
        return jdbc.sql("select c.relname::text from pg_class c where " + TABLES + " order by 1")
                .query(String.class)
                .list();
    }
}
