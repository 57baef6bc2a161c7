package org.orglife.ballot;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many hands at the same moment. */
final class AtOnce {

    private AtOnce() {}

    /** What one of them does; its number begins with 0. */
    interface Hand<T> {

        T act(int number) throws Exception;
    }

    /** All begin together, each on a thread of its own; what each came to, in their order. */
    static <T> List<T> run(int hands, Hand<T> hand) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(hands);
        CountDownLatch ready = new CountDownLatch(hands);
        try {
            List<Future<T>> all = new ArrayList<>();
            for (int number = 0; number < hands; number++) {
                int mine = number;
                all.add(threads.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return hand.act(mine);
                }));
            }
            List<T> ends = new ArrayList<>();
            for (Future<T> one : all) {
                ends.add(one.get());
            }
            return ends;
        } finally {
            threads.shutdownNow();
        }
    }
}
