package org.orglife.web;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** The same as Spring Boot's own sentence, for people who read Chinese. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class PortInUseAnalyzer extends AbstractFailureAnalyzer<PortInUseException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, PortInUseException failure) {
        int port = failure.getPort();
        return new FailureAnalysis(
                "端口 %d 已被另一个程序占用。 (Port %d is already in use.)".formatted(port, port),
                "请先关闭那个程序，或者换一个端口：设环境变量 SERVER_PORT=%d。 (Stop that program, or choose another port.)"
                        .formatted(port + 1),
                failure);
    }
}
