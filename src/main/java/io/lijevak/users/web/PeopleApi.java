package io.lijevak.users.web;

import io.lijevak.platform.Slice;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.People;
import io.lijevak.users.PeopleFilter;
import io.lijevak.users.Person;
import io.lijevak.users.PersonId;
import io.lijevak.users.Resource;
import io.lijevak.users.Role;
import io.lijevak.users.SignedIn;
import io.lijevak.users.Teams;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** People and teams for programs; both are changed on the pages only. */
@RestController
@RequestMapping("/api/v1")
class PeopleApi {
    private static final int MOST = 200;
    private final People people;
    private final Teams teams;

    PeopleApi(People people, Teams teams) {
        this.people = people;
        this.teams = teams;
    }

    record PersonJson(
            PersonId id,
            String name,
            @Nullable String email,
            Role role,
            @Nullable Long team,
            @Nullable Long head,
            boolean active,
            int version) {
        static PersonJson of(Person person) {
            return new PersonJson(
                    person.id(),
                    person.name(),
                    person.email(),
                    person.role(),
                    person.team(),
                    person.head(),
                    person.active(),
                    person.version());
        }
    }

    record TeamsJson(List<Teams.Team> items, @Nullable String next) {}

    /** Whose token this is. */
    @SignedIn
    @GetMapping("/me")
    PersonJson me(CurrentUser user) {
        return PersonJson.of(people.require(user.person()));
    }

    @Allow(resource = Resource.PEOPLE, action = Action.VIEW)
    @GetMapping("/people")
    Slice<PersonJson> people(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Role role,
            @RequestParam(required = false) @Nullable Long team,
            @RequestParam(required = false) @Nullable String next,
            @RequestParam(defaultValue = "50") int limit,
            CurrentUser user) {
        var filter = new PeopleFilter(q, role, team, PeopleFilter.State.ALL);
        var slice = people.list(filter, user, next, Math.clamp(limit, 1, MOST));
        return new Slice<>(slice.items().stream().map(PersonJson::of).toList(), slice.next());
    }

    @Allow(resource = Resource.PEOPLE, action = Action.VIEW)
    @GetMapping("/people/{id}")
    PersonJson person(@PathVariable PersonId id, CurrentUser user) {
        user.require(Resource.PEOPLE, Action.VIEW, id.value());
        return PersonJson.of(people.require(id));
    }

    @Allow(resource = Resource.PEOPLE, action = Action.VIEW)
    @GetMapping("/teams")
    TeamsJson teams() {
        return new TeamsJson(teams.all(), null);
    }

    @Allow(resource = Resource.PEOPLE, action = Action.VIEW)
    @GetMapping("/teams/{id}")
    Teams.Team team(@PathVariable long id) {
        return teams.require(id);
    }
}
