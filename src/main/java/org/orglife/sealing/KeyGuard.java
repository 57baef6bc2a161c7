package org.orglife.sealing;

import java.util.Optional;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Compares the key with the database at each start. With a key of another database everything would seem to work, and
 * what it seals could never be opened together with what is there.
 */
@Component
class KeyGuard implements InitializingBean {

    private static final String FIELD = "sealing_check.sealed";
    private static final String TEXT = "orglife";

    private final Sealer sealer;
    private final JdbcClient jdbc;

    KeyGuard(Sealer sealer, JdbcClient jdbc) {
        this.sealer = sealer;
        this.jdbc = jdbc;
    }

    /**
     * Leaves a sealed word in a new database, opens the one it finds in an older one.
     *
     * @throws KeyException if it does not open
     */
    @Override
    public void afterPropertiesSet() {
        jdbc.sql("insert into sealing_check (id, sealed) values (1, :sealed) on conflict do nothing")
                .param("sealed", sealer.seal(TEXT, FIELD))
                .update();
        Optional<byte[]> sealed = jdbc.sql("select sealed from sealing_check where id = 1")
                .query(byte[].class)
                .optional();
        try {
            sealer.open(sealed.orElseThrow(), FIELD);
        } catch (IllegalStateException doesNotOpen) {
            throw KeyException.notTheOne();
        }
    }
}
