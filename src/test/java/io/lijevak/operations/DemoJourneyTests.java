package io.lijevak.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.lijevak.operations.DemoJourney.Leg;
import io.lijevak.operations.DemoJourney.Route;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoJourneyTests {
    private static final Instant NOW = Instant.parse("2026-04-15T10:00:00Z");
    private static final Route ROUTE = new Route(List.of(4, 7, 12, 8), List.of(.8, .7, .8, .95));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void visitsFollowEachOtherWithoutGapsUpToThePresent(long seed) {
        var journey = new DemoJourney(ROUTE, new Random(seed), ZoneId.of("Europe/Zagreb"), NOW)
                .walk(NOW.minus(Duration.ofDays(30)), 1);

        var legs = journey.legs();
        for (var i = 1; i < legs.size(); i++) {
            assertThat(legs.get(i).entered()).isEqualTo(legs.get(i - 1).left());
        }
        assertThat(legs.subList(0, legs.size() - 1))
                .allMatch(leg -> List.of("ADVANCED", "RETURNED", "SKIPPED").contains(leg.outcome()));
        assertThat(legs).map(Leg::left).filteredOn(Objects::nonNull).allMatch(left -> !left.isAfter(NOW));
        assertThat(journey.last().outcome()).isIn("WON", "LOST", "OPEN");
    }
}
