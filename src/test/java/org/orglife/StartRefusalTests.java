package org.orglife;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A start that cannot succeed ends in a sentence on the terminal: what is wrong and what to do. */
@ExtendWith(OutputCaptureExtension.class)
class StartRefusalTests {

    @TempDir
    private Path folder;

    private void refused(CapturedOutput output, String sentence, String... arguments) {
        String[] all = new String[arguments.length + 2];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = "--orglife.database.directory=" + folder.resolve("data");
        all[arguments.length + 1] = "--orglife.files=" + folder.resolve("files");
        assertThatThrownBy(() -> SpringApplication.run(OrgLifeApplication.class, all));
        assertThat(output).contains("APPLICATION FAILED TO START", sentence);
        String verdict = output.toString().substring(output.toString().indexOf("APPLICATION FAILED TO START"));
        assertThat(verdict).doesNotContain("\tat ");
    }

    @Test
    void aServerWithoutAKeyIsRefused(CapturedOutput output) {
        refused(
                output,
                "没有指定密钥文件",
                "--spring.datasource.url=" + TestDatabase.Context.create().url(),
                "--spring.datasource.username=orglife",
                "--spring.datasource.password=orglife",
                "--spring.flyway.user=orglife_owner",
                "--spring.flyway.password=orglife_owner");
    }

    @Test
    void aKeyThatIsNotThereIsRefused(CapturedOutput output) {
        refused(output, "不存在或读不了", "--orglife.key.file=" + folder.resolve("gone.key"));
    }

    @Test
    void aKeyOfTheWrongLengthIsRefused(CapturedOutput output) throws IOException {
        Path key = Files.write(folder.resolve("short.key"), new byte[16]);
        refused(output, "应当正好 32 个字节，现在是 16 个", "--orglife.key.file=" + key);
    }

    @Test
    void anUnreachableServerIsNamed(CapturedOutput output) throws IOException {
        Path key = Files.write(folder.resolve("a.key"), new byte[32]);
        refused(
                output,
                "连不上数据库",
                "--orglife.key.file=" + key,
                "--spring.datasource.url=jdbc:postgresql://127.0.0.1:1/orglife",
                "--spring.datasource.username=orglife",
                "--spring.datasource.hikari.initialization-fail-timeout=1");
    }

    @Test
    void aPortInUseIsNamed(CapturedOutput output) throws IOException {
        Path key = Files.write(folder.resolve("a.key"), new byte[32]);
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            refused(
                    output,
                    "端口 " + taken.getLocalPort() + " 已被另一个程序占用",
                    "--orglife.key.file=" + key,
                    "--orglife.demo=false",
                    "--server.address=127.0.0.1",
                    "--server.port=" + taken.getLocalPort());
        }
    }
}
