package org.orglife.account.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

/**
 * Writes that a session was used at most once a minute: otherwise every page that is read would be a write. What else
 * changes in a session is written at once; the half hour without use is measured a minute too short at most.
 */
@Configuration(proxyBeanMethods = false)
class QuietSessions {

    private static final String UPDATE = """
            update spring_session s
            set session_id = n.session_id, last_access_time = n.last_access_time,
              max_inactive_interval = n.max_inactive_interval, expiry_time = n.expiry_time, principal_name = n.principal_name
            from (values (cast(? as char(36)), cast(? as bigint), cast(? as int), cast(? as bigint),
              cast(? as varchar(100)), cast(? as char(36))))
              n (session_id, last_access_time, max_inactive_interval, expiry_time, principal_name, primary_id)
            where s.primary_id = n.primary_id
              and (s.last_access_time + 60000 <= n.last_access_time or s.session_id <> n.session_id
                or s.max_inactive_interval <> n.max_inactive_interval or s.principal_name is distinct from n.principal_name)
            """;

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> onceAMinute() {
        return repository -> repository.setUpdateSessionQuery(UPDATE);
    }
}
