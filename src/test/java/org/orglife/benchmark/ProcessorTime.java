package org.orglife.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Locale;

/** How many processors were at work since a moment: a machine that does other things at the same time is told by it. */
class ProcessorTime {

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final long begunAt = System.nanoTime();
    private final long process = SYSTEM.getProcessCpuTime();
    private final long server = server();

    private ProcessorTime() {
        SYSTEM.getCpuLoad();
    }

    static ProcessorTime begin() {
        return new ProcessorTime();
    }

    private static long server() {
        long sum = 0;
        for (ThreadInfo thread : THREADS.getThreadInfo(THREADS.getAllThreadIds())) {
            if (thread != null && thread.getThreadName().startsWith("http-nio")) {
                sum += Math.max(0, THREADS.getThreadCpuTime(thread.getThreadId()));
            }
        }
        return sum;
    }

    /** Those of the server's threads, of this process with its clients, of the whole machine with everything else. */
    @Override
    public String toString() {
        double elapsed = System.nanoTime() - begunAt;
        return String.format(
                Locale.ROOT,
                "%.2f, %.2f, %.2f",
                (server() - server) / elapsed,
                (SYSTEM.getProcessCpuTime() - process) / elapsed,
                SYSTEM.getCpuLoad() * SYSTEM.getAvailableProcessors());
    }
}
