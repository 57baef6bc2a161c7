package org.orglife;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

    @Test
    void featuresRespectTheirBoundariesAndFormNoCycle() {
        ApplicationModules.of(OrgLifeApplication.class).verify();
    }
}
