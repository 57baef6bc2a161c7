package org.orglife.benchmark;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;

/** The most that was left in the heap behind any collection since the last reset. */
final class LiveHeap {

    private static final AtomicLong MOST = new AtomicLong();

    private LiveHeap() {}

    static void watch() {
        NotificationListener listener = (notification, handback) -> {
            if (notification.getUserData() instanceof CompositeData data
                    && GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION.equals(
                            notification.getType())) {
                long left =
                        GarbageCollectionNotificationInfo.from(data)
                                .getGcInfo()
                                .getMemoryUsageAfterGc()
                                .entrySet()
                                .stream()
                                .filter(pool -> pool.getKey().startsWith("G1")
                                        || pool.getKey().contains("Gen")
                                        || pool.getKey().contains("Space"))
                                .mapToLong(pool -> pool.getValue().getUsed())
                                .sum();
                MOST.accumulateAndGet(left, Math::max);
            }
        };
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            if (collector instanceof NotificationEmitter emitter) {
                emitter.addNotificationListener(listener, null, null);
            }
        }
    }

    /** Begins anew, from what is in use. */
    static void reset() {
        System.gc();
        MOST.set(0);
    }

    static long megabytes() {
        return MOST.get() >> 20;
    }
}
