package org.orglife.shared;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Lets the database keep the plans by which it checks foreign keys, while thousands of rows are written.
 *
 * <p>Connections are told to plan anew each time, because a plan fits one scope only. The check of a foreign key is a
 * statement too, and planning it takes longer than the look into the index that it is: half the time of writing a roster.
 */
public final class KeptPlans {

    private KeptPlans() {}

    /** Writes in the running transaction. Whatever reads by scope stays outside, and is planned anew as ever. */
    public static void during(JdbcClient jdbc, Runnable writing) {
        String before = jdbc.sql("select current_setting('plan_cache_mode')")
                .query(String.class)
                .single();
        use(jdbc, "auto");
        writing.run();
        // If the writing fails the transaction ends, and the setting with it.
        use(jdbc, before);
    }

    private static void use(JdbcClient jdbc, String mode) {
        jdbc.sql("select set_config('plan_cache_mode', :mode, true)")
                .param("mode", mode)
                .query(String.class)
                .single();
    }
}
