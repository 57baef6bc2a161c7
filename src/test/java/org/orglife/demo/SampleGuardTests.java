package org.orglife.demo;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.orglife.FullApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Sample and real data never meet. */
@FullApplicationTest
@Transactional
class SampleGuardTests {

    @Autowired
    private SampleGuard guard;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void aRealSystemNeverStartsOnTheSample() {
        jdbc.sql("insert into demonstration (loaded_at) values (now())").update();
        assertThatThrownBy(() -> guard.start())
                .isInstanceOf(MixedDataException.class)
                .hasMessageContaining("演示账号的密码是公开的");
    }

    @Test
    void aRealSystemStartsOnItsOwnData() {
        assertThatCode(() -> guard.start()).doesNotThrowAnyException();
    }
}
