package org.orglife.excel;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.util.IOUtils;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class ExcelLimitsTests {

    @Test
    @DisplayName("T-XLS-21: the limits of POI are those of this application once it has started")
    void theLimitsOfPoiAreSetAtStart() {
        try (var context = new AnnotationConfigApplicationContext(ExcelLimits.class)) {
            assertThat(context.isActive()).isTrue();
            assertThat(ZipSecureFile.getMaxEntrySize()).isEqualTo(100L << 20);
            assertThat(ZipSecureFile.getMinInflateRatio()).isEqualTo(0.01);
            assertThat(ZipSecureFile.getMaxFileCount()).isEqualTo(200);
            assertThat(ZipSecureFile.getMaxTextSize()).isEqualTo(5L << 20);
            assertThat(IOUtils.getByteArrayMaxOverride()).isEqualTo(100 << 20);
        }
    }
}
