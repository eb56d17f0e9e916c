package io.lijevak.operations;

import io.lijevak.platform.InvalidInput;
import io.lijevak.users.ApiTokens;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.CurrentUsers;
import io.lijevak.users.InvitePerson;
import io.lijevak.users.PersonId;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** What whoever owns the machine may do without signing in: whoever can read the home folder could do it anyway. */
@Component
public class Commands {
    public static final String USAGE = """
            bin/lijevak user list                 everybody who can sign in
            bin/lijevak user link <e-mail>        a link by which the person sets a new password
            bin/lijevak token <e-mail> <name>     a new API token of the person, told only here""";
    private final JdbcClient jdbc;
    private final CurrentUsers users;
    private final InvitePerson invitations;
    private final ApiTokens tokens;

    Commands(JdbcClient jdbc, CurrentUsers users, InvitePerson invitations, ApiTokens tokens) {
        this.jdbc = jdbc;
        this.users = users;
        this.invitations = invitations;
        this.tokens = tokens;
    }

    /** What a command has to say, and whether it could do what was asked. */
    public record Answer(boolean done, String text) {}

    /** Whether the words are a command, before anything is started for it. */
    public static boolean know(List<String> words) {
        return switch (words.getFirst()) {
            case "user" ->
                words.equals(List.of("user", "list"))
                        || words.size() == 3 && words.get(1).equals("link");
            case "token" -> words.size() == 3;
            default -> false;
        };
    }

    public Answer to(List<String> words) {
        if (words.getFirst().equals("token")) {
            return token(words.get(1), words.get(2));
        }
        return words.size() == 3 ? link(words.get(2)) : new Answer(true, list());
    }

    private String list() {
        record Account(String email, String name, String role) {}
        return String.join(
                "\n",
                jdbc.sql("""
                select email, name, role from person where email is not null and deactivated_at is null
                order by email""").query(Account.class).list().stream()
                        .map(account -> "%-40s %-16s %s".formatted(account.email(), account.role(), account.name()))
                        .toList());
    }

    private Answer link(String email) {
        var person = byEmail(email);
        var administrator = administrator();
        if (person.isEmpty() || administrator.isEmpty()) {
            return unknown(email);
        }
        var link = invitations.link(administrator.get(), person.get().person());
        return new Answer(true, "/invitation/" + link.secret() + " (valid until " + link.expires() + ")");
    }

    private Answer token(String email, String name) {
        try {
            return byEmail(email)
                    .map(person -> new Answer(true, tokens.issue(person, name)))
                    .orElseGet(() -> unknown(email));
        } catch (InvalidInput refused) {
            return new Answer(false, "The name of the token is empty or too long.");
        }
    }

    private static Answer unknown(String email) {
        return new Answer(false, "Nobody who can sign in has the e-mail " + email + ": see bin/lijevak user list.");
    }

    private Optional<CurrentUser> byEmail(String email) {
        return user(jdbc.sql("select id from person where deactivated_at is null and lower(email) = lower(:email)")
                .param("email", email));
    }

    private Optional<CurrentUser> administrator() {
        return user(jdbc.sql("""
                select id from person where deactivated_at is null and role = 'ADMINISTRATOR' order by id limit 1"""));
    }

    private Optional<CurrentUser> user(StatementSpec statement) {
        return statement.query(Long.class).optional().flatMap(id -> users.find(new PersonId(id)));
    }
}
