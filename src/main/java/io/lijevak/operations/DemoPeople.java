package io.lijevak.operations;

import io.lijevak.platform.SearchText;
import io.lijevak.users.Passwords;
import io.lijevak.users.Role;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The eight people of the demo company, in two teams; the first of each team heads it. */
@Component
class DemoPeople {
    static final String DOMAIN = "demo";
    static final List<Role> ROLES = List.of(
            Role.HEAD_OF_SALES,
            Role.SALES_REP,
            Role.SALES_REP,
            Role.SALES_REP,
            Role.HEAD_OF_SALES,
            Role.SALES_REP,
            Role.SALES_REP,
            Role.TELEMARKETER);
    private static final int TEAM = 4;
    private final DemoRows rows;
    private final DemoPassword password;
    private final Passwords passwords;

    DemoPeople(DemoRows rows, DemoPassword password, Passwords passwords) {
        this.rows = rows;
        this.password = password;
        this.passwords = passwords;
    }

    /** The ids of those who sell. */
    List<Long> write(DemoSetting setting) {
        var passwordHash = passwords.hash(password.value());
        var teams = rows.reserve("team", ROLES.size() / TEAM);
        var names = setting.words().list("teams");
        rows.write(
                "insert into team (id, name) overriding system value values (?, ?)",
                DemoRows.upTo(teams.size()).stream()
                        .map(team -> new Object[] {teams.get(team), names.get(team)})
                        .toList());
        var people = rows.reserve("person", ROLES.size());
        var written = new ArrayList<@Nullable Object[]>();
        for (var index : DemoRows.upTo(ROLES.size())) {
            written.add(person(setting, people, index, teams.get(index / TEAM), passwordHash));
        }
        rows.write("""
                insert into person (id, name, search_text, email, password_hash, role, team_id, head_id, language,
                  created_at)
                overriding system value values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", written);
        return DemoRows.upTo(ROLES.size()).stream()
                .filter(index -> ROLES.get(index) == Role.SALES_REP)
                .map(people::get)
                .toList();
    }

    private static @Nullable Object[] person(
            DemoSetting setting, List<Long> people, int index, long team, String passwordHash) {
        var name = setting.words().personName(index);
        var email = setting.words().personEmail(index, DOMAIN);
        return new @Nullable Object[] {
            people.get(index),
            name,
            SearchText.fold(name + " " + email),
            email,
            passwordHash,
            ROLES.get(index).name(),
            team,
            index % TEAM == 0 ? null : people.get(index - index % TEAM),
            setting.company().language(),
            DemoRows.at(setting.begin())
        };
    }
}
