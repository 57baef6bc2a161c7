package org.orglife.demo;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Turns a refused start into one sentence. */
class MixedDataAnalyzer extends AbstractFailureAnalyzer<MixedDataException> {

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, MixedDataException cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), null, cause);
    }
}
