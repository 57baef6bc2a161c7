package org.orglife.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.orglife.BallotsAtWork;
import org.orglife.BranchesAtWork;
import org.orglife.MeetingsAtWork;
import org.orglife.People;
import org.orglife.ReviewsAtWork;
import org.orglife.TestClock;
import org.orglife.TestDatabase;
import org.orglife.account.SignedInUser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/**
 * What every walk through the pages needs: the application on a port of its own, a Chromium, people who sign in, and a
 * picture of every window when something went wrong. All walks share one application.
 */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"orglife.demo=false", "db-scheduler.enabled=false", "server.address=127.0.0.1"})
@Import({
    TestDatabase.class,
    TestClock.class,
    People.class,
    BranchesAtWork.class,
    MeetingsAtWork.class,
    BallotsAtWork.class,
    ReviewsAtWork.class,
    Visitors.class
})
abstract class BrowserWalk {

    static final int HIGH = 900;
    private static final int PATIENCE = 60_000;

    private static @Nullable Chromium chromium;

    @RegisterExtension
    final TestExecutionExceptionHandler camera = (context, failure) -> {
        browser().photograph(context.getRequiredTestMethod().getName());
        throw failure;
    };

    @LocalServerPort
    private int port;

    @Autowired
    Visitors visitors;

    @BeforeAll
    static void startChromium() {
        chromium = Chromium.start();
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    }

    @AfterAll
    static void closeChromium() {
        if (chromium != null) {
            chromium.close();
            chromium = null;
        }
    }

    static Chromium browser() {
        if (chromium == null) {
            throw new IllegalStateException("No browser");
        }
        return chromium;
    }

    String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    /** A window of that width in which somebody has signed in. */
    Page signIn(SignedInUser user, int width) {
        Page page = browser().window(width, HIGH);
        visitors.signIn(page, address("/login"), user);
        return page;
    }
}
