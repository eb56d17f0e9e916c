package io.lijevak.users;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Rights widened for one record reach its owners and nobody else. */
class ReachingTests {
    private final CurrentUser user = new CurrentUser(
            new PersonId(1),
            "Ana",
            Role.SALES_REP,
            "hr",
            ZoneId.of("Europe/Zagreb"),
            "light",
            true,
            Set.of(1L, 2L),
            Map.of("DEAL.EDIT", Scope.OWN));

    @Test
    void reachTheOwnersOfTheRecordAndOnesOwn() {
        var doer = user.reaching(Set.of(3L), Set.of(Resource.DEAL));

        assertThat(doer.can(Resource.DEAL, Action.EDIT, 3L)).isTrue();
        assertThat(doer.can(Resource.DEAL, Action.EDIT, 1L)).isTrue();
    }

    @Test
    void reachNeitherTheRestOfTheTeamNorOtherObjects() {
        var doer = user.reaching(Set.of(3L), Set.of(Resource.DEAL));

        assertThat(doer.can(Resource.DEAL, Action.EDIT, 2L)).isFalse();
        assertThat(doer.can(Resource.CUSTOMER, Action.VIEW, 3L)).isFalse();
        assertThat(doer.can(Resource.DEAL, Action.ARCHIVE, 3L)).isFalse();
    }
}
