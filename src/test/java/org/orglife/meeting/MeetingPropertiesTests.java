package org.orglife.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class MeetingPropertiesTests {

    @Test
    @DisplayName("BR-01: exactly half is warned of, unless the installation says otherwise")
    void exactlyHalf() {
        assertThat(bound(Map.of()).exactlyHalf()).isEqualTo(ExactlyHalf.WARN);
        assertThat(bound(Map.of("orglife.meeting.exactly-half", "OK")).exactlyHalf())
                .isEqualTo(ExactlyHalf.OK);
        assertThat(bound(Map.of("orglife.meeting.exactly-half", "block")).exactlyHalf())
                .isEqualTo(ExactlyHalf.BLOCK);
    }

    private static MeetingProperties bound(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("orglife.meeting", MeetingProperties.class);
    }
}
