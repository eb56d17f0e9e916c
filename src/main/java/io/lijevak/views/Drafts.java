package io.lijevak.views;

import io.lijevak.platform.InvalidInput;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Refuses names and teams that cannot be. */
@Component
class Drafts {
    private static final int LONGEST_NAME = 120;
    private final JdbcClient jdbc;

    Drafts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    ViewDraft sound(ViewDraft draft) {
        var name = draft.name().strip();
        if (name.isEmpty()) {
            throw InvalidInput.at("name", "platform.problem.required");
        }
        if (name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw InvalidInput.at("name", "views.problem.name", LONGEST_NAME);
        }
        if (draft.audience() != Audience.TEAM) {
            return new ViewDraft(name, draft.audience(), null);
        }
        var team = draft.team();
        if (team == null || !isTeam(team)) {
            throw InvalidInput.at("audience", "views.problem.team");
        }
        return new ViewDraft(name, Audience.TEAM, team);
    }

    private boolean isTeam(long id) {
        return jdbc.sql("select exists (select from team where id = :id and archived_at is null)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }
}
