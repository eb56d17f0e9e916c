package io.lijevak.users;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The passwords of ten characters and more that are guessed first: common words and keyboard walks with endings. */
final class CommonPasswords {
    private static final List<String> STEMS = List.of(
            "password",
            "passw0rd",
            "p@ssword",
            "p@ssw0rd",
            "qwerty",
            "qwertz",
            "qwertyuiop",
            "qwertzuiop",
            "asdfghjkl",
            "zxcvbnm",
            "yxcvbnm",
            "1q2w3e4r",
            "1q2w3e4r5t",
            "1qaz2wsx",
            "1qaz2wsx3edc",
            "abc123",
            "abcdef",
            "abcdefgh",
            "iloveyou",
            "welcome",
            "letmein",
            "admin",
            "administrator",
            "changeme",
            "football",
            "baseball",
            "superman",
            "princess",
            "sunshine",
            "dragon",
            "monkey",
            "master",
            "lozinka",
            "zaporka",
            "hajduk",
            "dinamo",
            "zagreb",
            "split",
            "hrvatska",
            "volimte",
            "ljubav",
            "parol",
            "пароль",
            "йцукен",
            "йцукенгшщз",
            "lijevak",
            "secret",
            "test",
            "testtest",
            "demo",
            "google",
            "computer",
            "internet",
            "default",
            "company",
            "12345",
            "123456",
            "1234567",
            "12345678",
            "123456789",
            "1234567890",
            "0123456789",
            "0987654321",
            "9876543210",
            "q1w2e3r4",
            "q1w2e3r4t5");
    private static final List<String> ENDINGS = List.of(
            "",
            "1",
            "12",
            "123",
            "1234",
            "12345",
            "123456",
            "1234567",
            "12345678",
            "123456789",
            "1!",
            "123!",
            "!",
            "!!",
            "!!!",
            ".",
            "0",
            "00",
            "000",
            "01",
            "007",
            "2023",
            "2024",
            "2025",
            "2026",
            "2027",
            "2025!",
            "2026!",
            "abc",
            "qwerty",
            "a",
            "11",
            "111",
            "69",
            "99",
            "@123",
            "#123",
            "_123",
            "-123");

    private CommonPasswords() {}

    static Set<String> all() {
        var all = new HashSet<String>();
        for (var stem : STEMS) {
            for (var ending : ENDINGS) {
                all.add(stem + ending);
                all.add(stem + stem + ending);
                all.add(ending + stem);
            }
        }
        return Set.copyOf(all);
    }
}
