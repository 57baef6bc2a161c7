package org.orglife.audit;

import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orglife.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Writes the trail. An entry belongs to the transaction of the change it tells of: no entry, no change. It holds ids,
 * names of fields, enum values and dates, never free text.
 */
@Service
public class AuditTrail {

    /** Stands for the actor where no person acts: the sample data, the nightly jobs. */
    private static final String SYSTEM = "系统";

    /** Stands for whoever sent a request before signing in. */
    private static final String NOBODY = "未登录";

    private final JdbcClient jdbc;
    private final Clock clock;

    AuditTrail(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Notes a change in the running transaction.
     *
     * @param type of the object, the simple name of its entity
     * @param label the name of a unit, person or campaign, so that an auditor knows what is meant; never a text
     * @param fields names of the fields that changed, empty where the action says it all
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(AuditAction action, String type, Object id, @Nullable String label, Collection<String> fields) {
        write(action, type, String.valueOf(id), label, fields, true);
    }

    /** As {@link #record(AuditAction, String, Object, String, Collection)} for an action that says it all. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(AuditAction action, String type, Object id, @Nullable String label) {
        write(action, type, String.valueOf(id), label, List.of(), true);
    }

    /** Notes what was refused, in a transaction of its own, since that of the attempt is rolled back. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void recordRefused(AuditAction action, String type, Object id, @Nullable String label) {
        write(action, type, String.valueOf(id), label, List.of(), false);
    }

    private void write(
            AuditAction action,
            String type,
            String id,
            @Nullable String label,
            Collection<String> fields,
            boolean succeeded) {
        Actor actor = actor();
        jdbc.sql("""
                        insert into audit_entry (at, account_id, actor_name, role, unit_id, address, action,
                          object_type, object_id, object_label, fields, succeeded)
                        values (:at, :account, :actor, :role, :unit, :address, :action,
                          :type, :id, :label, :fields, :succeeded)
                        """)
                .param("at", OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MICROS))
                .param("account", actor == null ? null : actor.accountId(), Types.BIGINT)
                .param("actor", actor == null ? unnamed() : actor.displayName())
                .param("role", actor == null ? null : actor.role().name(), Types.VARCHAR)
                .param("unit", actor == null ? null : actor.unitId(), Types.BIGINT)
                .param("address", address(), Types.VARCHAR)
                .param("action", action.labelKey())
                .param("type", type)
                .param("id", id)
                .param("label", label, Types.VARCHAR)
                .param("fields", fields.toArray(String[]::new), Types.ARRAY)
                .param("succeeded", succeeded)
                .update();
    }

    private static @Nullable Actor actor() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Actor actor ? actor : null;
    }

    private static String unnamed() {
        return address() == null ? SYSTEM : NOBODY;
    }

    private static @Nullable String address() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? attributes.getRequest().getRemoteAddr()
                : null;
    }
}
