package org.orglife.excel;

/** How a column shows its dates, which are real dates whatever they look like. */
public enum DateLook {
    /** 2023-08-31. */
    ISO("yyyy-mm-dd"),
    /** 2023年8月31日. */
    CHINESE("yyyy\"年\"m\"月\"d\"日\""),
    /** 2023年8月. */
    MONTH("yyyy\"年\"m\"月\"");

    private final String format;

    DateLook(String format) {
        this.format = format;
    }

    String format() {
        return format;
    }
}
