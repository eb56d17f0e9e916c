package io.lijevak.users;

import static org.assertj.core.api.Assertions.assertThat;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@LijevakTest
class LastSeenTests {
    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Sessions sessions;

    @Autowired
    LastSeen lastSeen;

    @BeforeEach
    void reset() {
        world.reset();
    }

    @Test
    void keepsAliveWhatIsUsedAndClearsAwayWhatIsNot() {
        var used = sessions.open(world.person(Role.READER));
        sessions.open(world.person(Role.READER));
        jdbc.sql("update person_session set seen_at = now() - interval '11 hours'")
                .update();
        assertThat(sessions.find(used, "/")).isNotNull();
        lastSeen.write();
        jdbc.sql("update person_session set seen_at = seen_at - interval '2 hours'")
                .update();

        lastSeen.write();

        assertThat(sessions.find(used, "/")).isNotNull();
        assertThat(jdbc.sql("select count(*) from person_session")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }
}
