package org.orglife.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedTextTests {

    @ParameterizedTest
    @DisplayName("5.1 #1: nothing visible is nothing")
    @ValueSource(strings = {"", "   ", "\u3000\u3000", "\u200B", "\uFEFF \u00A0"})
    void nothingVisibleIsNothing(String typed) {
        assertThat(TypedText.clean(typed)).isNull();
    }

    @Test
    void plainTextStaysAsItIs() {
        for (String plain : new String[] {"第1党支部", "R-20", "周书敏"}) {
            assertThat(TypedText.clean(plain)).isEqualTo(plain);
            assertThat(TypedText.cleanName(plain)).isEqualTo(plain);
            assertThat(TypedText.cleanCode(plain)).isEqualTo(plain);
        }
    }

    @Test
    void lineEndsCountAsOneCharacter() {
        assertThat(TypedText.clean("一\r\n二\r三")).isEqualTo("一\n二\n三");
    }

    @Test
    @DisplayName("5.1 #6 and #17: names are compared without inner spaces and with one kind of dot")
    void namesHaveOneForm() {
        assertThat(TypedText.cleanName("张　三")).isEqualTo("张三");
        assertThat(TypedText.cleanName("阿卜杜拉•买买提")).isEqualTo("阿卜杜拉·买买提");
        assertThat(TypedText.cleanName("欧阳若𠮷")).isEqualTo("欧阳若𠮷");
    }

    @Test
    @DisplayName("5.1 #2, #3, #4, #7: characters that must not be stored")
    void forbiddenCharactersAreFound() {
        assertThat(TypedText.isForbidden("a\u0000b")).isTrue();
        assertThat(TypedText.isForbidden("a\u0007b")).isTrue();
        assertThat(TypedText.isForbidden("\uD800")).isTrue();
        assertThat(TypedText.isForbidden("a\u202Eb")).isTrue();
        assertThat(TypedText.isForbidden("第一行\n\t第二行𠮷")).isFalse();
    }

    @Test
    void codesAreHalfWidth() {
        assertThat(TypedText.cleanCode("１３８ ００００ ＡＢ")).isEqualTo("1380000AB");
    }

    @Test
    void lengthCountsWhatAReaderCounts() {
        assertThat(TypedText.length("若𠮷")).isEqualTo(2);
    }
}
