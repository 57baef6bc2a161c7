package org.orglife.sealing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals single texts with AES-256-GCM. Each sealed text begins with a byte naming the algorithm, so that another one
 * (SM4, say) can be added later and read side by side.
 */
public class Sealer {

    static final int KEY_BYTES = 32;

    private static final byte AES_256_GCM = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    Sealer(byte[] key) {
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("The key must have " + KEY_BYTES + " bytes, not " + key.length);
        }
        this.key = new SecretKeySpec(key, "AES");
    }

    /**
     * Seals a text.
     *
     * @param field where it belongs, such as {@code member.phone}: a sealed text opens in its own field only
     */
    public byte[] seal(String text, String field) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, field, text.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(1 + nonce.length + sealed.length)
                .put(AES_256_GCM)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /**
     * Opens what {@link #seal} made.
     *
     * @throws IllegalStateException if the bytes were altered, belong to another field or to another key
     */
    public String open(byte[] sealed, String field) {
        if (sealed.length <= 1 + NONCE_BYTES || sealed[0] != AES_256_GCM) {
            throw new IllegalStateException("Not a sealed text");
        }
        byte[] nonce = Arrays.copyOfRange(sealed, 1, 1 + NONCE_BYTES);
        byte[] body = Arrays.copyOfRange(sealed, 1 + NONCE_BYTES, sealed.length);
        return new String(run(Cipher.DECRYPT_MODE, nonce, field, body), StandardCharsets.UTF_8);
    }

    /** A fresh key, sealed: without this one it is nothing but noise. */
    public byte[] newKey(String field) {
        byte[] fresh = new byte[KEY_BYTES];
        random.nextBytes(fresh);
        return seal(HexFormat.of().formatHex(fresh), field);
    }

    /**
     * Seals with a key that {@link #newKey} has made. What is sealed so can no more be opened once that key is gone.
     *
     * @throws IllegalStateException as {@link #open}
     */
    public Sealer withKey(byte[] sealedKey, String field) {
        return new Sealer(HexFormat.of().parseHex(open(sealedKey, field)));
    }

    private byte[] run(int mode, byte[] nonce, String field, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(field.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("A sealed text cannot be sealed or opened with this key", failed);
        }
    }
}
