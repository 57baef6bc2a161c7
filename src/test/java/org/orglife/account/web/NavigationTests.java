package org.orglife.account.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orglife.shared.Role;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.mock.web.MockHttpServletRequest;

/** Which entry of the menu is marked on which page. */
class NavigationTests {

    private static final Set<Role> EVERYBODY = EnumSet.allOf(Role.class);

    /** Answers of one role to one page: entry of the menu / place at the bottom of a phone; - for none. */
    @ParameterizedTest(name = "{0}")
    @DisplayName("T-NAV-01: every main page is marked where each role finds it")
    @CsvSource(delimiter = '|', textBlock = """
            # page                     | PARTY_OFFICE      | LEADER            | SUPERVISOR        | SECRETARY           | COMMITTEE           | ASSISTANT           | MEMBER
            /                          | home/home         | -/-               | home/home         | home/home           | home/home           | home/home           | home/home
            /overview                  | overview/overview | overview/overview | branches/branches | -/-                 | -/-                 | -/-                 | -/-
            /campaigns/7               | overview/overview | overview/overview | branches/branches | workspace/workspace | workspace/workspace | workspace/workspace | home/home
            /campaigns/7/figures/M16   | overview/overview | overview/overview | branches/branches | workspace/workspace | workspace/workspace | workspace/workspace | home/home
            /branches                  | branches/branches | branches/branches | branches/branches | -/-                 | -/-                 | -/-                 | -/-
            /tasks/3                   | branches/branches | branches/branches | branches/branches | workspace/workspace | workspace/workspace | workspace/workspace | home/home
            /tasks/3/plan              | branches/branches | branches/branches | branches/branches | workspace/workspace | workspace/workspace | workspace/workspace | home/home
            /tasks/3/steps/TALK        | branches/branches | branches/branches | branches/branches | workspace/workspace | workspace/workspace | workspace/workspace | home/home
            /campaigns                 | campaigns/me      | overview/overview | home/home         | workspace/workspace | workspace/workspace | workspace/workspace | home/home
            /campaigns/7/notice        | campaigns/me      | overview/overview | home/home         | workspace/workspace | workspace/workspace | workspace/workspace | home/home
            /campaigns/7/edit          | campaigns/me      | overview/overview | home/home         | workspace/workspace | workspace/workspace | workspace/workspace | home/home
            /ledger                    | ledger/ledger     | ledger/ledger     | ledger/ledger     | ledger/ledger       | ledger/ledger       | ledger/ledger       | ledger/me
            /ledger/5                  | ledger/ledger     | ledger/ledger     | ledger/ledger     | ledger/ledger       | ledger/ledger       | ledger/ledger       | ledger/me
            /ledger/5?back=/ledger     | ledger/ledger     | ledger/ledger     | ledger/ledger     | ledger/ledger       | ledger/ledger       | ledger/ledger       | ledger/me
            /tasks/3/look-backs        | ledger/ledger     | ledger/ledger     | ledger/ledger     | ledger/ledger       | ledger/ledger       | ledger/ledger       | ledger/me
            /look-backs/5              | ledger/ledger     | ledger/ledger     | ledger/ledger     | ledger/ledger       | ledger/ledger       | ledger/ledger       | ledger/me
            /meeting                   | branches/branches | branches/branches | branches/branches | meeting/me          | meeting/me          | meeting/me          | meeting/meeting
            /tasks/3/meeting           | branches/branches | branches/branches | branches/branches | meeting/me          | meeting/me          | meeting/me          | meeting/meeting
            /tasks/3/expected          | branches/branches | branches/branches | branches/branches | meeting/me          | meeting/me          | meeting/me          | meeting/meeting
            /tasks/3/leave             | branches/branches | branches/branches | branches/branches | meeting/me          | meeting/me          | meeting/me          | meeting/meeting
            /ledger/5?back=/my-problems| -/-               | -/-               | -/-               | myProblems/me       | myProblems/me       | myProblems/me       | myProblems/myProblems
            /ledger/5/measures/new     | ledger/ledger     | ledger/ledger     | ledger/ledger     | ledger/ledger       | ledger/ledger       | ledger/ledger       | ledger/me
            /tasks/3/review            | branches/branches | branches/branches | branches/branches | meeting/me          | meeting/me          | meeting/me          | meeting/meeting
            /tasks/3/opinions          | branches/branches | branches/branches | branches/branches | opinions/me         | opinions/me         | opinions/me         | home/home
            /tasks/3/opinions/digest   | branches/branches | branches/branches | branches/branches | opinions/me         | opinions/me         | opinions/me         | home/home
            /opinion-points/3/edit     | branches/branches | branches/branches | branches/branches | opinions/me         | opinions/me         | opinions/me         | home/home
            /tasks/3/problems/new      | -/-               | -/-               | -/-               | problems/me         | problems/me         | problems/me         | myProblems/myProblems
            /tasks/3/problems?mine=true| -/-               | -/-               | -/-               | myProblems/me       | myProblems/me       | myProblems/me       | myProblems/myProblems
            /tasks/3/recurring         | ledger/ledger     | ledger/ledger     | ledger/ledger     | ledger/ledger       | ledger/ledger       | ledger/ledger       | myProblems/myProblems
            /tasks/3/problems          | -/-               | -/-               | -/-               | problems/me         | problems/me         | problems/me         | myProblems/myProblems
            /tasks/3/problems/of/4     | -/-               | -/-               | -/-               | problems/me         | problems/me         | problems/me         | myProblems/myProblems
            /tasks/3/my-problems       | -/-               | -/-               | -/-               | myProblems/me       | myProblems/me       | myProblems/me       | myProblems/myProblems
            /my-problems               | -/-               | -/-               | -/-               | myProblems/me       | myProblems/me       | myProblems/me       | myProblems/myProblems
            /tasks/3/texts             | -/-               | -/-               | -/-               | workspace/workspace | workspace/workspace | workspace/workspace | myProblems/myProblems
            /texts/5                   | -/-               | -/-               | -/-               | workspace/workspace | workspace/workspace | workspace/workspace | myProblems/myProblems
            /tasks/3/talks             | branches/branches | branches/branches | branches/branches | talks/talks         | talks/talks         | talks/talks         | myTalks/myTalks
            /tasks/3/talks/new         | branches/branches | branches/branches | branches/branches | talks/talks         | talks/talks         | talks/talks         | myTalks/myTalks
            /talks/5                   | branches/branches | branches/branches | branches/branches | talks/talks         | talks/talks         | talks/talks         | myTalks/myTalks
            /my-talks                  | branches/branches | branches/branches | branches/branches | talks/talks         | talks/talks         | talks/talks         | myTalks/myTalks
            /routine                   | routine/me        | routine/me        | routine/me        | routine/me          | routine/me          | routine/me          | myRoutine/me
            /routine/branches          | routine/me        | routine/me        | routine/me        | routine/me          | routine/me          | routine/me          | myRoutine/me
            /routine/5/edit            | routine/me        | routine/me        | routine/me        | routine/me          | routine/me          | routine/me          | myRoutine/me
            /my-routine                | routine/me        | routine/me        | routine/me        | routine/me          | routine/me          | routine/me          | myRoutine/me
            /organisation              | organisation/me   | branches/branches | branches/branches | members/me          | members/me          | workspace/workspace | me/me
            /organisation/9            | organisation/me   | branches/branches | branches/branches | members/me          | members/me          | workspace/workspace | me/me
            /members                   | members/me        | -/-               | -/-               | members/me          | members/me          | -/-                 | -/-
            /members/4/edit            | members/me        | -/-               | -/-               | members/me          | members/me          | -/-                 | -/-
            /member-accounts           | -/-               | -/-               | -/-               | memberAccounts/me   | -/-                 | -/-                 | -/-
            /imports/2                 | imports/me        | -/-               | -/-               | imports/me          | -/-                 | -/-                 | -/-
            /downloads                 | downloads/me      | downloads/me      | downloads/me      | downloads/me        | downloads/me        | downloads/me        | me/me
            /me                        | -/me              | -/me              | -/me              | -/me                | -/me                | -/me                | me/me
            /ballot/why                | -/me              | -/me              | -/me              | -/me                | -/me                | -/me                | me/me
            /password                  | -/me              | -/me              | -/me              | -/me                | -/me                | -/me                | me/me
            /help/branch               | -/me              | -/me              | -/me              | -/me                | -/me                | -/me                | me/me
            /nothing-here              | -/-               | -/-               | -/-               | -/-                 | -/-                 | -/-                 | -/-
            """)
    void everyPageIsMarkedWhereItIsFound(
            String page,
            String office,
            String leader,
            String supervisor,
            String secretary,
            String committee,
            String assistant,
            String member) {
        assertThat(List.of(
                        marks(Role.PARTY_OFFICE, page),
                        marks(Role.LEADER, page),
                        marks(Role.SUPERVISOR, page),
                        marks(Role.SECRETARY, page),
                        marks(Role.COMMITTEE, page),
                        marks(Role.ASSISTANT, page),
                        marks(Role.MEMBER, page)))
                .containsExactly(office, leader, supervisor, secretary, committee, assistant, member);
        assertThat(marks(Role.DEPUTY, page)).isEqualTo(secretary);
        assertThat(marks(Role.GROUP_LEADER, page)).isEqualTo(member);
    }

    @ParameterizedTest
    @DisplayName("T-NAV-01: the same for the three officers")
    @CsvSource({
        "SYS_ADMIN,/accounts/1,accounts/accounts",
        "SYS_ADMIN,/openings/new,openings/openings",
        "SYS_ADMIN,/organisation/9,organisation/organisation",
        "SEC_ADMIN,/approvals/1,approvals/approvals",
        "SEC_ADMIN,/roles/new,roles/roles",
        "AUDIT_ADMIN,/audit,audit/audit",
        "AUDIT_ADMIN,/help,-/me"
    })
    void officersToo(Role role, String page, String marked) {
        assertThat(marks(role, page)).isEqualTo(marked);
    }

    @Test
    void aFormThatComesBackStaysWhereItWasOpened() {
        MockHttpServletRequest sent = request("/campaigns/7");
        sent.setMethod("POST");
        assertThat(key(Navigation.current(Role.PARTY_OFFICE, sent))).isEqualTo("campaigns");
    }

    @Test
    @DisplayName("T-NAV-02: no page that a role may open leaves the phone's bottom bar without a mark")
    void noPageIsLost() throws IOException {
        List<String> lost = new ArrayList<>();
        String table = new ClassPathResource("org/orglife/endpoints.txt").getContentAsString(StandardCharsets.UTF_8);
        for (String line : table.lines().filter(row -> row.startsWith("GET")).toList()) {
            String page = line.split("=")[0].substring(3).strip();
            if (page.matches(
                    "/|/login|/token|/drafts|/set-up|/to-dos/count|/[obps](/.*)?|/live/.*|.*\\.xlsx|.*\\.docx")) {
                continue;
            }
            String named = line.split("=")[1].strip();
            Set<Role> roles = named.equals("*")
                    ? EVERYBODY
                    : Arrays.stream(named.split(" +")).map(Role::valueOf).collect(Collectors.toSet());
            for (Role role : roles) {
                if (Navigation.currentTab(role, request(page.replaceAll("\\{[^}]+}", "7")))
                        .isEmpty()) {
                    lost.add(role + " " + page);
                }
            }
        }
        assertThat(lost).isEmpty();
    }

    @Test
    void whateverIsMarkedStandsInTheBar() {
        for (Role role : Role.values()) {
            assertThat(Navigation.tabs(role)).hasSizeLessThanOrEqualTo(5).allMatch(item -> !item.isCaption());
            for (MenuItem item : Navigation.menu(role)) {
                if (!item.isCaption()) {
                    assertThat(Navigation.current(role, request(item.address())))
                            .as(role + " " + item)
                            .contains(item);
                    assertThat(Navigation.tabs(role))
                            .contains(Navigation.currentTab(role, request(item.address()))
                                    .orElseThrow());
                }
            }
        }
    }

    @Test
    void everyEntryHasItsWords() throws IOException {
        Properties words = PropertiesLoaderUtils.loadProperties(
                new EncodedResource(new ClassPathResource("messages/account.properties"), StandardCharsets.UTF_8));
        for (Role role : Role.values()) {
            Navigation.menu(role).forEach(item -> assertThat(words).containsKey("account.menu." + item.key()));
            Navigation.tabs(role).forEach(item -> assertThat(words).containsKey("account.tab." + item.key()));
        }
    }

    private static String marks(Role role, String page) {
        return key(Navigation.current(role, request(page))) + "/" + key(Navigation.currentTab(role, request(page)));
    }

    private static String key(Optional<MenuItem> item) {
        return item.map(MenuItem::key).orElse("-");
    }

    /** Below a context path, as behind a web server in front that serves more than this. */
    private static MockHttpServletRequest request(String page) {
        String[] parts = page.split("\\?");
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/orglife" + parts[0]);
        request.setContextPath("/orglife");
        if (parts.length > 1) {
            String[] parameter = parts[1].split("=");
            request.setParameter(parameter[0], parameter[1]);
        }
        return request;
    }
}
