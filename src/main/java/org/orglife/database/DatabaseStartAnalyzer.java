package org.orglife.database;

import java.nio.file.Path;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says why the embedded database does not come up, and where its own words are. */
class DatabaseStartAnalyzer extends AbstractFailureAnalyzer<DatabaseStartException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, DatabaseStartException failure) {
        String description = "内置数据库启动不了，数据目录是 %s：%s (The embedded database does not start.)"
                .formatted(failure.directory(), reason(failure));
        String action = ("数据库自己的日志在 %s。常见原因：目录不可写或磁盘已满；以 root 运行而系统不允许 unshare（请换普通用户运行）；"
                        + "目录是另一个版本的 OrgLife 留下的。也可以用 --orglife.database.directory 另选一个目录。"
                        + " (Look into that log; run as an ordinary user; or choose another directory.)")
                .formatted(Path.of(failure.directory()).resolve(EmbeddedDatabase.LOG));
        return new FailureAnalysis(description, action, failure);
    }

    private static String reason(DatabaseStartException failure) {
        Throwable reason = failure;
        while (reason.getCause() != null) {
            reason = reason.getCause();
        }
        return String.valueOf(reason);
    }
}
