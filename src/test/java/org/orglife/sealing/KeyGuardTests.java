package org.orglife.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.orglife.FullApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@FullApplicationTest
@Transactional
class KeyGuardTests {

    @Autowired
    private Sealer sealer;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void acceptsTheKeyOfThisDatabase() {
        assertThatCode(() -> new KeyGuard(sealer, jdbc).afterPropertiesSet()).doesNotThrowAnyException();
    }

    @Test
    void refusesAnotherKeyAndLeavesTheDatabaseAsItIs() {
        byte[] other = new byte[Sealer.KEY_BYTES];
        Arrays.fill(other, (byte) 7);
        byte[] before = sealed();
        assertThatThrownBy(() -> new KeyGuard(new Sealer(other), jdbc).afterPropertiesSet())
                .isInstanceOf(KeyException.class)
                .hasMessageContaining("不是这个数据库加密时用的那一把");
        assertThat(sealed()).isEqualTo(before);
    }

    private byte[] sealed() {
        return jdbc.sql("select sealed from sealing_check").query(byte[].class).single();
    }
}
