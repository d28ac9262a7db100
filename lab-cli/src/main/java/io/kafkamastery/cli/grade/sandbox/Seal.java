package io.kafkamastery.cli.grade.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs what a sandbox tells, and tells whether something was signed: nobody who does not know the key can add a line,
 * change one, leave one out in the middle, or say one again.
 */
final class Seal {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Mac mac;
    private long number;

    Seal(String key) {
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(key), ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String newKey() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    /** The event as a line. */
    synchronized String sign(GradeEvent event) {
        try {
            String text = JSON.writerFor(GradeEvent.class).writeValueAsString(event);
            return Base64.getEncoder().encodeToString(signature(text)) + " " + text;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The event in a line; nothing if it is not the next one that was signed. */
    synchronized Optional<GradeEvent> verify(String line) {
        int space = line.indexOf(' ');
        if (space < 0) {
            return Optional.empty();
        }
        String text = line.substring(space + 1);
        long before = number;
        try {
            byte[] claimed = Base64.getDecoder().decode(line.substring(0, space));
            if (MessageDigest.isEqual(claimed, signature(text))) {
                return Optional.of(JSON.readValue(text, GradeEvent.class));
            }
        } catch (IllegalArgumentException | JsonProcessingException forged) {
            // Falls through.
        }
        number = before;
        return Optional.empty();
    }

    private byte[] signature(String text) {
        mac.update(Long.toString(number++).getBytes(StandardCharsets.UTF_8));
        mac.update((byte) ' ');
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }
}
