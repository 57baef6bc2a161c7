package org.orglife.ballot;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals ballots so that only who has the opening code can read them: X25519, HKDF-SHA256 and AES-256-GCM of the JDK. A
 * ballot is one byte for each subject, filled up to one length for the whole box; equal votes never look equal.
 */
final class BallotSeal {

    /** Names the algorithms in {@code ballot_box.alg} and in front of each envelope, so that others can follow. */
    static final byte ALGORITHM = 1;

    private static final int PUBLIC_KEY_BYTES = 44;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BYTES = 16;
    private static final int BLOCK = 16;
    private static final byte[] OF_BALLOT = "orglife ballot 1".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] OF_KEY = "orglife ballot key 1".getBytes(StandardCharsets.US_ASCII);
    private static final SecureRandom RANDOM = new SecureRandom();

    private BallotSeal() {}

    /**
     * The keys of a box, as they are stored.
     *
     * @param publicKey with it ballots are sealed
     * @param wrappedKey the other one, which opens with the code only
     */
    @SuppressWarnings("ArrayRecordComponent") // passed on to the database at once, never compared
    record Keys(byte[] publicKey, byte[] wrappedKey) {

        /** Says nothing, so that no log ever does. */
        @Override
        public String toString() {
            return "keys";
        }
    }

    /** Makes a new pair; the code is all that opens it. */
    static Keys newKeys(String code, UUID box) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("X25519").generateKeyPair();
            byte[] secret = pair.getPrivate().getEncoded();
            byte[] nonce = new byte[NONCE_BYTES];
            RANDOM.nextBytes(nonce);
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, ofCode(code, box), nonce, box, secret, 0, secret.length);
            Arrays.fill(secret, (byte) 0);
            return new Keys(
                    pair.getPublic().getEncoded(),
                    ByteBuffer.allocate(nonce.length + sealed.length)
                            .put(nonce)
                            .put(sealed)
                            .array());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Bytes of every envelope of a box with so many subjects. */
    static int length(int subjects) {
        return 1 + PUBLIC_KEY_BYTES + filled(subjects) + TAG_BYTES;
    }

    private static int filled(int subjects) {
        return (subjects + BLOCK - 1) / BLOCK * BLOCK;
    }

    /**
     * Seals a ballot.
     *
     * @param grades one byte for each subject
     */
    static byte[] seal(byte[] grades, byte[] publicKey, UUID box) {
        try {
            KeyPair once = KeyPairGenerator.getInstance("X25519").generateKeyPair();
            byte[] oncePublic = once.getPublic().getEncoded();
            SecretKeySpec key = ofBallot(once.getPrivate(), publicKey(publicKey), oncePublic, publicKey);
            byte[] plain = Arrays.copyOf(grades, filled(grades.length));
            // each key seals one ballot only, hence the nonce may be fixed
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, new byte[NONCE_BYTES], box, plain, 0, plain.length);
            Arrays.fill(plain, (byte) 0);
            return ByteBuffer.allocate(1 + oncePublic.length + sealed.length)
                    .put(ALGORITHM)
                    .put(oncePublic)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Opens the envelopes of one box. */
    static final class Opener {

        private final PrivateKey secret;
        private final byte[] publicKey;
        private final UUID box;

        private Opener(PrivateKey secret, byte[] publicKey, UUID box) {
            this.secret = secret;
            this.publicKey = publicKey;
            this.box = box;
        }

        /**
         * Opens an envelope.
         *
         * @return one byte for each subject
         * @throws IllegalStateException if it was altered, or sealed for another box
         */
        byte[] open(byte[] envelope, int subjects) {
            if (envelope.length != length(subjects) || envelope[0] != ALGORITHM) {
                throw new IllegalStateException("No envelope of this box");
            }
            byte[] once = Arrays.copyOfRange(envelope, 1, 1 + PUBLIC_KEY_BYTES);
            try {
                SecretKeySpec key = ofBallot(secret, BallotSeal.publicKey(once), once, publicKey);
                int from = 1 + PUBLIC_KEY_BYTES;
                byte[] plain = cipher(
                        Cipher.DECRYPT_MODE, key, new byte[NONCE_BYTES], box, envelope, from, envelope.length - from);
                return Arrays.copyOf(plain, subjects);
            } catch (GeneralSecurityException altered) {
                throw new IllegalStateException("An envelope of this box does not open", altered);
            }
        }
    }

    /**
     * Takes out the key that opens a box.
     *
     * @param code as {@link org.orglife.shared.PrintedCode#read} gives it
     * @return empty if it is not the code of this box
     */
    static Optional<Opener> unwrap(byte[] wrappedKey, byte[] publicKey, String code, UUID box) {
        byte[] nonce = Arrays.copyOf(wrappedKey, NONCE_BYTES);
        try {
            byte[] secret = cipher(
                    Cipher.DECRYPT_MODE,
                    ofCode(code, box),
                    nonce,
                    box,
                    wrappedKey,
                    NONCE_BYTES,
                    wrappedKey.length - NONCE_BYTES);
            PrivateKey key = KeyFactory.getInstance("X25519").generatePrivate(new PKCS8EncodedKeySpec(secret));
            Arrays.fill(secret, (byte) 0);
            return Optional.of(new Opener(key, publicKey, box));
        } catch (AEADBadTagException wrongCode) {
            return Optional.empty();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static PublicKey publicKey(byte[] encoded) throws GeneralSecurityException {
        return KeyFactory.getInstance("X25519").generatePublic(new X509EncodedKeySpec(encoded));
    }

    private static SecretKeySpec ofCode(String code, UUID box) throws GeneralSecurityException {
        return derive(code.getBytes(StandardCharsets.US_ASCII), bytes(box), OF_KEY);
    }

    private static SecretKeySpec ofBallot(PrivateKey mine, PublicKey theirs, byte[] oncePublic, byte[] boxPublic)
            throws GeneralSecurityException {
        KeyAgreement agreement = KeyAgreement.getInstance("X25519");
        agreement.init(mine);
        agreement.doPhase(theirs, true);
        byte[] info = ByteBuffer.allocate(OF_BALLOT.length + oncePublic.length + boxPublic.length)
                .put(OF_BALLOT)
                .put(oncePublic)
                .put(boxPublic)
                .array();
        return derive(agreement.generateSecret(), new byte[0], info);
    }

    /** HKDF-SHA256 (RFC 5869) with one block of output; the JDK has it from Java 25 on only. */
    static SecretKeySpec derive(byte[] secret, byte[] salt, byte[] info) throws GeneralSecurityException {
        byte[] extracted = hmac(salt.length == 0 ? new byte[32] : salt, secret);
        byte[] last = Arrays.copyOf(info, info.length + 1);
        last[info.length] = 1;
        return new SecretKeySpec(hmac(extracted, last), "AES");
    }

    private static byte[] hmac(byte[] key, byte[] text) throws InvalidKeyException, GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text);
    }

    private static byte[] cipher(int mode, SecretKeySpec key, byte[] nonce, UUID box, byte[] text, int from, int length)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
        cipher.updateAAD(bytes(box));
        return cipher.doFinal(text, from, length);
    }

    private static byte[] bytes(UUID box) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(box.getMostSignificantBits())
                .putLong(box.getLeastSignificantBits())
                .array();
    }
}
