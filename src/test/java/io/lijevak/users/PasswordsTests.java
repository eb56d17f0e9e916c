package io.lijevak.users;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordsTests {
    private final Passwords passwords = new Passwords();

    @Test
    void anUnknownAccountCostsWhatAKnownOneDoes() {
        var known = passwords.hash("a good pass phrase");

        assertThat(shape(Passwords.NOBODY)).isEqualTo(shape(known));
        assertThat(passwords.fits("a good pass phrase", known)).isTrue();
        assertThat(passwords.fits("a good pass phrase", null)).isFalse();
    }

    /** Kind, version and cost of a hash, and how long its salt and sum are. */
    private static String shape(String hash) {
        var parts = hash.split("\\$");
        return String.join(" ", parts[1], parts[2], parts[3]) + " " + parts[4].length() + " " + parts[5].length();
    }
}
