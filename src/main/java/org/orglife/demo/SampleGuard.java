package org.orglife.demo;

import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Looks at the database before the first page can be asked for: an empty one gets the sample in a demonstration, and
 * sample and real data never meet.
 */
@Component
class SampleGuard implements SmartLifecycle {

    private final JdbcClient jdbc;
    private final ObjectProvider<SampleLoader> loader;
    private final AtomicBoolean running = new AtomicBoolean();

    SampleGuard(JdbcClient jdbc, ObjectProvider<SampleLoader> loader) {
        this.jdbc = jdbc;
        this.loader = loader;
    }

    private record Contents(boolean begun, boolean loaded, boolean units) {}

    @Override
    public void start() {
        Contents contents = jdbc.sql("""
                        select exists (select 1 from demonstration) begun,
                          exists (select 1 from demonstration where loaded_at is not null) loaded,
                          exists (select 1 from org_unit) or exists (select 1 from account) units
                        """).query(Contents.class).single();
        @Nullable SampleLoader demonstration = loader.getIfAvailable();
        if (demonstration == null && contents.begun()) {
            throw MixedDataException.sampleData();
        }
        if (demonstration != null && !contents.begun() && contents.units()) {
            throw MixedDataException.realData();
        }
        if (demonstration != null && !contents.loaded()) {
            demonstration.load(contents.begun());
        }
        running.set(true);
    }

    @Override
    public void stop() {
        running.set(false);
    }

    @Override
    public boolean isRunning() {
        return running.get();
    }

    /** Before the web server, which begins last. */
    @Override
    public int getPhase() {
        return 0;
    }
}
