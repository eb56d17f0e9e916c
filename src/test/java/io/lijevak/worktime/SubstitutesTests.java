package io.lijevak.worktime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SubstitutesTests {

    @Test
    void followsTheChainToSomebodyPresent() {
        assertThat(Substitutes.followed(1, Map.of(1L, 2L, 2L, 3L))).isEqualTo(3);
        assertThat(Substitutes.followed(3, Map.of(1L, 2L, 2L, 3L))).isEqualTo(3);
    }

    @Test
    void leavesTheWorkWithThePersonWhenNobodyIsPresent() {
        assertThat(Substitutes.followed(1, Map.of(1L, 2L, 2L, 0L))).isEqualTo(1);
        assertThat(Substitutes.followed(1, Map.of(1L, 2L, 2L, 1L))).isEqualTo(1);
        assertThat(Substitutes.followed(1, Map.of(1L, 2L, 2L, 3L, 3L, 2L))).isEqualTo(1);
        assertThat(Substitutes.followed(1, Map.of(1L, 0L))).isEqualTo(1);
    }

    @Test
    void endsWithSomebodyPresentOrThePersonInRandomChains() {
        var random = new Random(7);
        for (var round = 0; round < 2_000; round++) {
            var away = new HashMap<Long, Long>();
            for (var person = 1L; person <= 8; person++) {
                if (random.nextInt(3) > 0) {
                    var substitute = random.nextLong(9);
                    away.put(person, substitute == person ? 0 : substitute);
                }
            }
            for (var person = 1L; person <= 8; person++) {
                assertThat(Substitutes.followed(person, away)).isEqualTo(naive(person, away));
            }
        }
    }

    /** Takes as many steps as there are people; whoever is not present by then never will be. */
    private static long naive(long person, Map<Long, Long> away) {
        var now = person;
        for (var step = 0; step < 20; step++) {
            now = away.getOrDefault(now, now);
        }
        return now == 0 || away.containsKey(now) ? person : now;
    }
}
