package org.orglife.help;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.orglife.help.HelpPage.Block;
import org.orglife.help.HelpPage.Kind;
import org.orglife.help.HelpPage.Span;
import org.orglife.shared.Role;

class HelpPagesTests {

    private final HelpPages pages = new HelpPages();

    @ParameterizedTest
    @EnumSource(Role.class)
    void everyRoleHasAChapterWithSomethingInIt(Role role) {
        HelpPage page = pages.get(HelpTopic.of(role));

        assertThat(page.title()).isNotBlank();
        assertThat(page.blocks()).extracting(Block::kind).contains(Kind.HEADING);
    }

    @Test
    void nothingOfTheMarksIsLeftInTheTexts() {
        assertThat(pages.all())
                .flatExtracting(HelpPage::blocks)
                .flatExtracting(Block::lines)
                .allSatisfy(line -> assertThat(line).extracting(Span::text).noneMatch(text -> text.contains("*")));
    }

    @Test
    void whatStandsOnAButtonIsStrong() {
        assertThat(pages.get(HelpTopic.MEMBER).blocks())
                .flatExtracting(Block::lines)
                .anySatisfy(line -> assertThat(line).contains(new Span("登录", true)));
    }
}
