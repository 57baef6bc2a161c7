package org.orglife.database;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** A database server that cannot be reached, or that does not let us in, is the operator's business, not ours. */
class DatabaseUnreachableAnalyzer extends AbstractFailureAnalyzer<SQLException> {

    private static final String CONNECTION_EXCEPTION = "08";
    private static final String INVALID_AUTHORIZATION = "28";
    private static final String INVALID_CATALOG_NAME = "3D";

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, SQLException failure) {
        String state = failure.getSQLState();
        if (state == null
                || !(state.startsWith(CONNECTION_EXCEPTION)
                        || state.startsWith(INVALID_AUTHORIZATION)
                        || state.startsWith(INVALID_CATALOG_NAME))) {
            return null;
        }
        return new FailureAnalysis(
                "连不上数据库：%s (The database cannot be reached.)".formatted(failure.getMessage()),
                "请核对 SPRING_DATASOURCE_URL、SPRING_DATASOURCE_USERNAME、SPRING_DATASOURCE_PASSWORD 和迁移用的"
                        + " SPRING_FLYWAY_USER、SPRING_FLYWAY_PASSWORD，并确认数据库已启动。"
                        + " (Check these settings, and that the database is running.)",
                failure);
    }
}
