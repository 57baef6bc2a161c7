package org.orglife.database;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Turns a refused start into one sentence instead of a stack trace. */
class DatabaseInUseAnalyzer extends AbstractFailureAnalyzer<DatabaseInUseException> {

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, DatabaseInUseException cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), null, cause);
    }
}
