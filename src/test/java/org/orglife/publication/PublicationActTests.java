package org.orglife.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orglife.BranchesAtWork;
import org.orglife.BranchesAtWork.Branch;
import org.orglife.FullApplicationTest;
import org.orglife.Pages;
import org.orglife.account.SignedInUser;
import org.orglife.rectification.ItemState;
import org.orglife.shared.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Every state, action and role of a publication: as the table says, and nothing else. */
@FullApplicationTest
@Import(PublicationsAtWork.class)
class PublicationActTests {

    @Autowired
    BranchesAtWork branches;

    @Autowired
    PublicationsAtWork publications;

    @Autowired
    Pages pages;

    @ParameterizedTest
    @DisplayName("Gate G5: 提出, 核对, 批准, 公示, and down again")
    @CsvSource(textBlock = """
                    action,    DRAFT, CHECKED, APPROVED, PUBLISHED, ENDED, WITHDRAWN
                    CHANGE,    true,  false,   false,    false,     false, false
                    DELETE,    true,  false,   false,    false,     false, false
                    CHECK,     true,  false,   false,    false,     false, false
                    GIVE_BACK, false, true,    true,     false,     false, false
                    APPROVE,   false, true,    false,    false,     false, false
                    PUBLISH,   false, false,   true,     false,     false, false
                    WITHDRAW,  false, false,   false,    true,      false, false
                    END,       false, false,   false,    true,      false, false
                    REPORT,    false, false,   false,    true,      true,  false
                    """, useHeadersInDisplayName = true)
    void states(
            PublicationAct act,
            boolean draft,
            boolean checked,
            boolean approved,
            boolean published,
            boolean ended,
            boolean withdrawn) {
        List<Boolean> expected = List.of(draft, checked, approved, published, ended, withdrawn);
        assertThat(Arrays.stream(PublicationState.values()).map(act::isPossibleIn))
                .containsExactlyElementsOf(expected);
    }

    private static boolean isForRole(PublicationAct act, Role role) {
        return switch (role) {
            case SECRETARY, DEPUTY -> true;
            case COMMITTEE -> act != PublicationAct.APPROVE;
            case ASSISTANT ->
                act == PublicationAct.CHANGE || act == PublicationAct.DELETE || act == PublicationAct.REPORT;
            default -> false;
        };
    }

    @Test
    @DisplayName("Each action in each state by each role: done where the table says so, otherwise nothing happens")
    void everyCell() {
        Branch branch = branches.branch("呼吸内科党支部");
        long item = branches.item(branch, ItemState.IN_PROGRESS);
        String[] fields = PublicationsAtWork.fields(PublicationKind.MEASURES, List.of(item));
        for (PublicationState state : PublicationState.values()) {
            for (PublicationAct act : PublicationAct.values()) {
                long unchanged = bring(branch, state, fields);
                for (SignedInUser user : List.of(
                        branch.office(),
                        branch.leader(),
                        branch.supervisor(),
                        branch.secretary(),
                        branch.deputy(),
                        branch.publicity(),
                        branch.assistant(),
                        branch.groupLeader(),
                        branch.member())) {
                    boolean allowed = isForRole(act, user.role()) && act.isPossibleIn(state);
                    long id = allowed ? bring(branch, state, fields) : unchanged;
                    MvcTestResult answer = send(act, id, user, fields);
                    String cell = state + " " + act + " " + user.role();
                    if (allowed) {
                        assertThat(answer).as(cell).hasStatus(302);
                        assertThat(publications.state(id)).as(cell).isEqualTo(after(act, state));
                    } else {
                        assertThat(answer.getResponse().getStatus()).as(cell).isIn(403, 404, 409, 422);
                        assertThat(publications.state(id)).as(cell).isEqualTo(state.name());
                    }
                }
            }
        }
    }

    private static String after(PublicationAct act, PublicationState before) {
        if (act == PublicationAct.DELETE) {
            return "GONE";
        }
        return Objects.requireNonNullElse(act.to(), before).name();
    }

    private long bring(Branch branch, PublicationState state, String... fields) {
        long id = switch (state) {
            case DRAFT -> publications.proposed(branch, fields);
            case CHECKED -> publications.checked(branch, fields);
            case APPROVED -> publications.approved(branch, fields);
            case PUBLISHED, ENDED, WITHDRAWN -> publications.published(branch, fields);
        };
        if (state == PublicationState.WITHDRAWN) {
            Pages.redirect(publications.withdraw(branch.secretary(), id));
        } else if (state == PublicationState.PUBLISHED || state == PublicationState.ENDED) {
            publications.over(id);
            if (state == PublicationState.ENDED) {
                Pages.redirect(pages.post(branch.secretary(), "/publications/" + id + "/end"));
            }
        }
        return id;
    }

    private MvcTestResult send(PublicationAct act, long id, SignedInUser by, String... fields) {
        String address = "/publications/" + id;
        return switch (act) {
            case CHANGE -> {
                String[] with = Arrays.copyOf(fields, fields.length + 2);
                with[fields.length] = "version";
                with[fields.length + 1] = publications.version(id);
                yield pages.post(by, address, with);
            }
            case DELETE -> pages.post(by, address + "/delete");
            case CHECK -> publications.check(by, id);
            case GIVE_BACK -> pages.post(by, address + "/give-back", "reason", "标题写错了");
            case APPROVE -> publications.approve(by, id);
            case PUBLISH -> publications.publish(by, id);
            case WITHDRAW -> publications.withdraw(by, id);
            case END -> pages.post(by, address + "/end");
            case REPORT -> pages.post(by, address + "/progress");
        };
    }
}
