package org.orglife.benchmark;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What open pages have seen since it was begun, in seconds; what failed is never forgotten. */
class Measured {

    private final Queue<Double> seen = new ConcurrentLinkedQueue<>();
    private final Queue<Double> sent = new ConcurrentLinkedQueue<>();
    private final Queue<Double> fetched = new ConcurrentLinkedQueue<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicLong asked = new AtomicLong();
    private final AtomicLong needless = new AtomicLong();
    private volatile long begunAt = System.nanoTime();

    /** Forgets what was measured so far. */
    void begin() {
        begunAt = System.nanoTime();
        seen.clear();
        sent.clear();
        fetched.clear();
        asked.set(0);
        needless.set(0);
    }

    /** What was done at that moment is seen by somebody else now. */
    void seen(long doneAt) {
        note(seen, doneAt);
    }

    void sent(long start) {
        note(sent, start);
    }

    void fetched(long start, boolean inVain) {
        note(fetched, start);
        if (inVain) {
            needless.incrementAndGet();
        }
    }

    void asked() {
        asked.incrementAndGet();
    }

    private void note(Queue<Double> where, long start) {
        if (start >= begunAt) {
            where.add((System.nanoTime() - start) / 1e9);
        }
    }

    /** Work whose failure is noted, as nobody waits for it. */
    Runnable noting(Runnable work) {
        return () -> {
            try {
                work.run();
            } catch (RuntimeException failed) {
                failed(failed);
            }
        };
    }

    @SuppressWarnings("TypeParameterUnusedInFormals") // for CompletableFuture, which wants a value
    <T> @Nullable T failed(Throwable what) {
        failures.add(String.valueOf(what));
        return null;
    }

    double[] seen() {
        return array(seen);
    }

    double[] sent() {
        return array(sent);
    }

    double[] fetched() {
        return array(fetched);
    }

    private static double[] array(Queue<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    long askedSoFar() {
        return asked.get();
    }

    /** Fetches that brought nothing new. */
    long needless() {
        return needless.get();
    }

    List<String> failures() {
        return List.copyOf(failures);
    }
}
