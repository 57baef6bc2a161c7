package org.orglife.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What Tomcat answers to requests that it refuses before any filter of ours sees them, such as an address with {@code
 * %00} in it. Its own page is in English, names itself and lacks the security headers.
 */
class MalformedRequestPage extends ErrorReportValve {

    private static final Logger log = LoggerFactory.getLogger(MalformedRequestPage.class);

    private final String page;
    private final boolean https;

    MalformedRequestPage(String title, String advice, String toFirstPage, boolean https) {
        this.https = https;
        this.page = """
                <!DOCTYPE html>
                <html lang="zh-CN">
                <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>%1$s</title></head>
                <body><h1>%1$s</h1><p>%2$s</p><p><a href="/">%3$s</a></p></body>
                </html>
                """.formatted(title, advice, toFirstPage);
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        // The pages of the application are written already.
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        SecurityHeaders.put(response, https);
        response.setContentType("text/html");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        try (var out = response.getReporter()) {
            if (out != null) {
                out.write(page);
            }
            response.finishResponse();
        } catch (IOException gone) {
            log.debug("The client of a malformed request did not wait for the answer", gone);
        }
    }
}
