package io.lijevak.imports;

/** Tells columns of Croatian tax numbers (OIB, ISO 7064 MOD 11,10) by their check digit. */
final class OibCheck {
    private OibCheck() {}

    static boolean holds(String text) {
        if (text.length() != 11 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return false;
        }
        int rest = 10;
        for (int i = 0; i < 10; i++) {
            rest = (rest + text.charAt(i) - '0') % 10;
            rest = (rest == 0 ? 10 : rest) * 2 % 11;
        }
        return (11 - rest) % 10 == text.charAt(10) - '0';
    }
}
