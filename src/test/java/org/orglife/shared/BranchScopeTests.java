package org.orglife.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BranchScopeTests {

    @Test
    void coversASubtreeAndNothingBesideIt() {
        BranchScope scope = new BranchScope(Role.PARTY_OFFICE, 1, null, List.of(new PathRange("/1/17/")), Set.of());

        assertThat(scope.covers(17, "/1/17/")).isTrue();
        assertThat(scope.covers(203, "/1/17/203/")).isTrue();
        assertThat(scope.covers(170, "/1/170/")).isFalse();
        assertThat(scope.covers(1, "/1/")).isFalse();
    }

    @Test
    void coversSingleBranches() {
        BranchScope scope = new BranchScope(Role.SUPERVISOR, 1, null, List.of(), Set.of(5L));

        assertThat(scope.covers(5, "/1/5/")).isTrue();
        assertThat(scope.covers(6, "/1/6/")).isFalse();
    }

    @Test
    void anEmptyScopeSeesNothing() {
        assertThat(BranchScope.none(Role.MEMBER, 1).covers(5, "/5/")).isFalse();
    }

    @Test
    void anEmptyPathIsNoRange() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PathRange(""));
        assertThatIllegalArgumentException().isThrownBy(() -> new PathRange("/"));
        assertThatIllegalArgumentException().isThrownBy(() -> new PathRange("/1/17"));
    }

    @Test
    void theRangeEndsWhereItsLastSiblingBegins() {
        assertThat(new PathRange("/1/17/").until()).isEqualTo("/1/170");
        assertThat("/1/17/9/".compareTo("/1/170")).isNegative();
    }
}
