package io.lijevak.users;

import io.lijevak.platform.FieldProblem;
import io.lijevak.platform.InvalidInput;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Rules for passwords and their argon2 hashes; a few are worked out at a time, for each takes 16 MB. */
@Component
public class Passwords {
    public static final int SHORTEST = 10;
    private static final int LONGEST = 200;

    /** A hash as {@link #hash} makes them, of no known password; written down, for working one out delays the start. */
    static final String NOBODY = "$argon2id$v=19$m=16384,t=2,p=1$" + "A".repeat(22) + "$" + "A".repeat(43);

    private static final Set<String> COMMON = CommonPasswords.all();

    private final PasswordEncoder argon2 = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    private final Semaphore places = new Semaphore(4);

    /** The hash to store, or a problem at the field {@code password} when the password is too weak. */
    public String hash(String password) {
        problem(password).ifPresent(problem -> {
            throw new InvalidInput(List.of(problem));
        });
        return inPlace(() -> String.valueOf(argon2.encode(password)));
    }

    /** Why the password is too weak, said at the field {@code password}. */
    Optional<FieldProblem> problem(String password) {
        if (password.length() < SHORTEST) {
            return Optional.of(new FieldProblem("password", "users.error.password.short", SHORTEST));
        }
        if (password.length() > LONGEST) {
            return Optional.of(new FieldProblem("password", "users.error.password.long", LONGEST));
        }
        var folded = password.toLowerCase(Locale.ROOT);
        var common = COMMON.contains(folded) || folded.chars().distinct().count() < 4;
        return common ? Optional.of(new FieldProblem("password", "users.error.password.common")) : Optional.empty();
    }

    /** Whether the password fits; takes as long without a hash, so that an unknown account cannot be told. */
    boolean fits(String password, @Nullable String hash) {
        var tried = password.length() > LONGEST ? "" : password;
        return inPlace(() -> argon2.matches(tried, hash == null ? NOBODY : hash)) && hash != null;
    }

    private <T> T inPlace(Supplier<T> work) {
        places.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            places.release();
        }
    }
}
