package org.orglife.sealing;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Turns a refused start into one sentence. */
class KeyAnalyzer extends AbstractFailureAnalyzer<KeyException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, KeyException failure) {
        return new FailureAnalysis(String.valueOf(failure.getMessage()), null, failure);
    }
}
