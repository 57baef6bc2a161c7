package org.orglife.excel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SheetNamesTests {

    @ParameterizedTest
    @DisplayName("5.1 #94: what Excel does not allow in the name of a sheet")
    @CsvSource(textBlock = """
                    内科/外科,       内科 外科
                    a\\b/c?d*e[f]g:h, a b c d e f g h
                    '''引号''',      引号
                    ***,             表
                    History,         表History
                    """)
    void namesAreCleaned(String wanted, String expected) {
        assertThat(new SheetNames().next(wanted.replace("''", "'"))).isEqualTo(expected);
    }

    @Test
    @DisplayName("5.1 #94: names longer than 31 characters")
    void namesAreCutWithoutHalvingACharacter() {
        assertThat(new SheetNames().next("党".repeat(40))).isEqualTo("党".repeat(31));
        assertThat(new SheetNames().next("a" + "𠮷".repeat(20))).isEqualTo("a" + "𠮷".repeat(15));
        assertThat(new SheetNames().next("𠮷".repeat(20))).isEqualTo("𠮷".repeat(15));
    }

    @Test
    void namesAreUniqueWhateverTheirLetters() {
        SheetNames names = new SheetNames();
        String lengthy = "消化内科党支部".repeat(5);
        assertThat(names.next("Branch")).isEqualTo("Branch");
        assertThat(names.next("BRANCH")).isEqualTo("BRANCH(2)");
        assertThat(names.next("branch")).isEqualTo("branch(3)");
        assertThat(names.next(lengthy)).hasSize(31);
        assertThat(names.next(lengthy)).hasSize(31).endsWith("(2)");
    }
}
