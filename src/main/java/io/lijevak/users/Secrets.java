package io.lijevak.users;

import java.security.SecureRandom;
import java.util.Base64;

/** Random secrets of 256 bits for links and tokens. */
final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    static String next() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
