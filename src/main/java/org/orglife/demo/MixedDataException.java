package org.orglife.demo;

import java.io.Serial;

/** The database holds something else than this start expects. */
class MixedDataException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    MixedDataException(String message) {
        super(message);
    }

    static MixedDataException realData() {
        return new MixedDataException(
                "数据目录里不是演示数据，不能按演示方式启动。请加上 --orglife.demo=false，或换一个数据目录。"
                        + " (The database holds data of its own: start with --orglife.demo=false, or choose another directory.)");
    }

    static MixedDataException sampleData() {
        return new MixedDataException(
                "数据目录里是演示数据，演示账号的密码是公开的，不能当正式系统使用。请换一个空的数据目录。"
                        + " (The database holds the sample organisation with its public passwords: choose an empty directory.)");
    }
}
