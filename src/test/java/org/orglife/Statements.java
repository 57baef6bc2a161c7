package org.orglife;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;

/** How many statements went to the database: a page that sends one for each row is found here. */
public final class Statements {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final List<String> TEXTS = Collections.synchronizedList(new ArrayList<>());

    private Statements() {}

    static DataSource counting(DataSource pool) {
        return ProxyDataSourceBuilder.create(pool)
                .listener(new QueryExecutionListener() {
                    @Override
                    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
                        COUNT.incrementAndGet();
                        queries.forEach(query -> TEXTS.add(query.getQuery()));
                    }

                    @Override
                    public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
                        // only the number matters
                    }
                })
                .build();
    }

    public static void reset() {
        COUNT.set(0);
        TEXTS.clear();
    }

    public static int count() {
        return COUNT.get();
    }

    /** The statements since the last reset, to show what was sent when there were too many. */
    public static List<String> texts() {
        return List.copyOf(TEXTS);
    }
}
