package org.orglife.excel;

import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.util.IOUtils;
import org.springframework.context.annotation.Configuration;

/**
 * What Apache POI may unpack and hold. These are static settings of the whole Java process, so they are set once, when
 * the application starts; POI's own defaults allow entries of 4 GiB.
 */
@Configuration(proxyBeanMethods = false)
class ExcelLimits {

    static final long ENTRY_BYTES = 100L << 20;
    static final double INFLATE_RATIO = 0.01;
    static final long ENTRIES = 200;
    static final long TEXT_CHARACTERS = 5L << 20;
    static final int ARRAY_BYTES = 100 << 20;

    ExcelLimits() {
        ZipSecureFile.setMaxEntrySize(ENTRY_BYTES);
        ZipSecureFile.setMinInflateRatio(INFLATE_RATIO);
        ZipSecureFile.setMaxFileCount(ENTRIES);
        ZipSecureFile.setMaxTextSize(TEXT_CHARACTERS);
        IOUtils.setByteArrayMaxOverride(ARRAY_BYTES);
    }
}
