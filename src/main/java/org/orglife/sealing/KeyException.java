package org.orglife.sealing;

import java.io.Serial;
import java.nio.file.Path;

/** There is no key, or not the right one. */
class KeyException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private KeyException(String message) {
        super(message);
    }

    static KeyException notNamed() {
        return new KeyException("没有指定密钥文件。请用 32 个随机字节生成一个（openssl rand -out orglife.key 32），放在数据库和备份之外，"
                + "并用环境变量 ORGLIFE_KEY_FILE 指明它在哪里。 (Set ORGLIFE_KEY_FILE to a file of 32 random bytes that is kept apart from"
                + " the database and its backups.)");
    }

    static KeyException unreadable(Path file) {
        return new KeyException(
                "密钥文件 %s 不存在或读不了。请核对 ORGLIFE_KEY_FILE，把密钥文件放回去。 (The key file is missing or may not be read.)"
                        .formatted(file));
    }

    static KeyException wrongLength(Path file, int length) {
        return new KeyException("密钥文件 %s 应当正好 32 个字节，现在是 %d 个。请放回原来的密钥文件。 (The key file must hold exactly 32 bytes.)"
                .formatted(file, length));
    }

    static KeyException notTheOne() {
        return new KeyException("密钥文件不是这个数据库加密时用的那一把，已加密的内容打不开。请放回原来的密钥文件再启动。"
                + " (This key is not the one the database was sealed with: put the former key file back.)");
    }
}
