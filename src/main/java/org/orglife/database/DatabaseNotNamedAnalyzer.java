package org.orglife.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Turns a refused start into one sentence. */
class DatabaseNotNamedAnalyzer extends AbstractFailureAnalyzer<DatabaseNotNamedException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, DatabaseNotNamedException failure) {
        return new FailureAnalysis(String.valueOf(failure.getMessage()), null, failure);
    }
}
