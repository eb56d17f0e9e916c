package io.lijevak.users;

import io.lijevak.platform.FieldProblem;
import io.lijevak.platform.InvalidInput;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is entered about a person; without an e-mail the person cannot sign in. */
public record PersonInput(
        String name,
        @Nullable String email,
        @Nullable Role role,
        @Nullable Long team,
        @Nullable Long head) {
    private static final Pattern EMAIL = Pattern.compile("[^\\s@,;<>\"]+@[^\\s@,;<>\"]+\\.[^\\s@,;<>\".]{2,}");
    private static final int LONGEST = 200;

    /** The same, tidied, or all that is wrong with it. */
    PersonInput checked() {
        var problems = new ArrayList<FieldProblem>();
        var tidyName = name.strip();
        if (tidyName.isEmpty() || tidyName.length() > LONGEST) {
            problems.add(new FieldProblem("name", "users.error.name"));
        }
        if (role == null) {
            problems.add(new FieldProblem("role", "users.error.role"));
        }
        var tidyEmail = email == null || email.isBlank() ? null : email.strip();
        if (tidyEmail != null && !isEmail(tidyEmail)) {
            problems.add(new FieldProblem("email", "users.error.email"));
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return new PersonInput(tidyName, tidyEmail, role, team, head);
    }

    static boolean isEmail(String email) {
        return email.length() <= LONGEST && EMAIL.matcher(email).matches();
    }
}
