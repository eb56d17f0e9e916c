package io.lijevak.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which other question a funnel is compared with. */
class ComparisonTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 4, 10);
    private static final FunnelReferences REFERENCES = new FunnelReferences(
            List.of(),
            Map.of(),
            Map.of("owner", List.of(new FunnelReferences.Choice(7, "Ana", null))),
            OwnStatistics.NONE);

    @Test
    void beforeWholeMonthsComeWholeMonths() {
        assertThat(Comparison.previous(period("2026-03-01", "2026-03-31")))
                .isEqualTo(period("2026-02-01", "2026-02-28"));
        assertThat(Comparison.previous(period("2026-01-01", "2026-03-31")))
                .isEqualTo(period("2025-10-01", "2025-12-31"));
        assertThat(Comparison.previous(period("2026-03-05", "2026-03-11")))
                .isEqualTo(period("2026-02-26", "2026-03-04"));
    }

    @Test
    void lastYearHasTheSameDaysAndTheWholeFebruary() {
        assertThat(Comparison.lastYear(period("2026-03-01", "2026-03-31")))
                .isEqualTo(period("2025-03-01", "2025-03-31"));
        assertThat(Comparison.lastYear(period("2025-02-01", "2025-02-28")))
                .isEqualTo(period("2024-02-01", "2024-02-29"));
        assertThat(Comparison.lastYear(period("2024-02-01", "2024-02-29")))
                .isEqualTo(period("2023-02-01", "2023-02-28"));
    }

    @Test
    void anEarlierCohortIsFollowedEquallyLong() {
        var march = query(FunnelView.CLOSED, PeriodRule.COHORT);

        var other = read(march, Map.of("compare", "previous")).query();

        // March is followed to 10 April, ten days after its end; so is February, to 10 March
        assertThat(other.asOf()).isEqualTo(LocalDate.of(2026, 3, 10));
        assertThat(read(query(FunnelView.CLOSED, PeriodRule.CLOSED), Map.of("compare", "previous"))
                        .query()
                        .asOf())
                .isNull();
    }

    @Test
    void anotherRepIsAskedInTheSamePeriod() {
        var march = query(FunnelView.CLOSED, PeriodRule.COHORT);

        var other = read(march, Map.of("compare", "owner:Ana"));

        assertThat(other.query().filter().owner()).isEqualTo(7);
        assertThat(other.query().period()).isEqualTo(march.period());
        assertThat(other.query().asOf()).isNull();
        assertThat(other.parameters()).containsEntry("compare", "owner:7");
    }

    @Test
    void whatCannotBeReadIsRefused() {
        var march = query(FunnelView.CLOSED, PeriodRule.CLOSED);
        assertThat(Comparison.read(Map.of(), march, REFERENCES, TODAY)).isEmpty();
        for (var input : List.of(
                Map.of("compare", "yesterday"),
                Map.of("compare", "owner:Nobody"),
                Map.of("compare", "colour:7"),
                Map.of("compare", "period", "compareFrom", "soon"),
                Map.of("compare", "period", "compareFrom", "2026-02-02", "compareTo", "2026-02-01"))) {
            assertThatThrownBy(() -> Comparison.read(input, march, REFERENCES, TODAY))
                    .as("%s", input)
                    .isInstanceOf(InvalidInput.class);
        }
    }

    private static Comparison read(FunnelQuery query, Map<String, String> input) {
        return Comparison.read(input, query, REFERENCES, TODAY).orElseThrow();
    }

    private static FunnelQuery query(FunnelView view, PeriodRule rule) {
        return new FunnelQuery(
                view,
                1L,
                period("2026-03-01", "2026-03-31"),
                rule,
                null,
                PotentialMoment.CURRENT,
                Counting.RAW,
                FunnelFilter.NONE);
    }

    private static Period period(String from, String to) {
        return new Period(LocalDate.parse(from), LocalDate.parse(to));
    }
}
