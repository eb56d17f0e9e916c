package io.lijevak.users;

import static org.assertj.core.api.Assertions.assertThat;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@LijevakTest
class CurrentUsersTests {
    @Autowired
    World world;

    @Autowired
    CurrentUsers users;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void reset() {
        world.reset();
    }

    @Test
    void headReachesSubordinatesAtAnyDepthAndTheTeam() {
        var team = world.team("North");
        var head = world.person("Ana", Role.HEAD_OF_SALES, team, null);
        var deputy = world.person("Boris", Role.HEAD_OF_SALES, null, head);
        var rep = world.person("Cvita", Role.SALES_REP, null, deputy);
        var mate = world.person("Dario", Role.SALES_REP, team, null);
        var stranger = world.person("Ema", Role.SALES_REP);

        assertThat(world.user(head).people())
                .containsExactlyInAnyOrder(head.value(), deputy.value(), rep.value(), mate.value())
                .doesNotContain(stranger.value());
    }

    @Test
    void everyRoleHasItsRights() {
        assertThat(world.user(Role.SALES_REP).scope(Resource.DEAL, Action.EDIT)).isEqualTo(Scope.OWN);
        assertThat(world.user(Role.SALES_REP).scope(Resource.DEAL, Action.EXPORT))
                .isEqualTo(Scope.NONE);
        assertThat(world.user(Role.ADMINISTRATOR).scope(Resource.SYSTEM, Action.EDIT))
                .isEqualTo(Scope.ALL);
        assertThat(world.user(Role.READER).may(Resource.PEOPLE, Action.VIEW)).isFalse();
    }

    @Test
    void deactivatedPersonIsNobody() {
        var rep = world.person(Role.SALES_REP);
        jdbc.sql("update person set deactivated_at = now()").update();

        assertThat(users.find(rep)).isEmpty();
    }
}
