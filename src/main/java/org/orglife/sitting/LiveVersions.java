package org.orglife.sitting;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells open pages whether their meeting has changed. They ask every second, and there are many of them: whoever asks
 * when what is known is older than 300 ms asks the database for all at once. So the database is asked a few times a
 * second at most, whichever instance a change was made on, and not at all while nobody asks.
 */
@Component
public class LiveVersions {

    private static final long FRESH_NANOS = Duration.ofMillis(300).toNanos();
    private static final long FORGOTTEN_NANOS = Duration.ofSeconds(30).toNanos();

    /** Beyond it a page is answered by a question of its own. */
    private static final int MOST = 20_000;

    private final Map<String, Watched> watched = new ConcurrentHashMap<>();
    private final ReentrantLock asking = new ReentrantLock();
    private final JdbcClient jdbc;

    /** When what is known was read; guarded by the lock for writing. */
    private final Freshness freshness = new Freshness();

    LiveVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Watched(long version, long askedAt) {}

    private static final class Freshness {
        private volatile long readAt;

        private Freshness() {
            this.readAt = System.nanoTime() - FRESH_NANOS;
        }

        boolean isOver(long now) {
            return now - readAt >= FRESH_NANOS;
        }
    }

    /**
     * The version of a meeting, a moment old at most.
     *
     * @param key the meeting's {@link HeldMeeting#getLiveKey}
     * @return empty for a key of no meeting
     */
    public OptionalLong of(String key) {
        long now = System.nanoTime();
        if (freshness.isOver(now) && asking.tryLock()) {
            try {
                refresh(now);
            } finally {
                asking.unlock();
            }
        }
        Watched known = watched.computeIfPresent(key, (same, one) -> new Watched(one.version(), now));
        return known == null ? first(key, now) : OptionalLong.of(known.version());
    }

    private OptionalLong first(String key, long now) {
        return jdbc.sql("select version from held_meeting where live_key = :key")
                .param("key", key)
                .query(Long.class)
                .optional()
                .map(version -> {
                    if (watched.size() < MOST) {
                        watched.put(key, new Watched(version, now));
                    }
                    return OptionalLong.of(version);
                })
                .orElseGet(OptionalLong::empty);
    }

    private void refresh(long now) {
        watched.values().removeIf(one -> now - one.askedAt() > FORGOTTEN_NANOS);
        if (!watched.isEmpty()) {
            Set<String> asked = Set.copyOf(watched.keySet());
            Map<String, Long> read = new HashMap<>();
            jdbc.sql("select live_key, version from held_meeting where live_key in (:keys)")
                    .param("keys", asked)
                    .query((row, number) -> read.put(row.getString(1), row.getLong(2)))
                    .list();
            // a meeting that was called off is gone: -1 tells its pages so
            asked.forEach(key -> watched.computeIfPresent(
                    key, (same, one) -> new Watched(read.getOrDefault(key, -1L), one.askedAt())));
        }
        freshness.readAt = now;
    }
}
