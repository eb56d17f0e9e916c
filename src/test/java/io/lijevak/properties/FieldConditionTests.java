package io.lijevak.properties;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FieldConditionTests {
    @Test
    void equalsIsMeantWhereNoComparisonIsNamed() {
        assertThat(Where.of(Map.of("where.customer.property.region", "3")).conditions())
                .containsExactly(new FieldCondition("customer.property.region", Operator.EQ, List.of("3")));
    }

    @Test
    void readsWhatItWrites() {
        for (var operator : Operator.values()) {
            var values = switch (operator.values(3)) {
                case 0 -> List.<String>of();
                case 2 -> List.of("-1.5", "20");
                case 1 -> List.of("a,b\\..c=&' \"; drop table customer; --");
                default -> List.of("a,b", "c\\,d", "plain");
            };
            var condition = new FieldCondition("property.x", operator, values);

            assertThat(Where.of(Map.of(condition.parameter(), condition.written()))
                            .conditions())
                    .containsExactly(condition);
        }
    }

    @Test
    void aPropertyMayBeNamedLikeAComparison() {
        assertThat(Where.of(Map.of("where.property.filled.eq", "1")).conditions())
                .containsExactly(new FieldCondition("property.filled", Operator.EQ, List.of("1")));
    }

    @Test
    void leavesOtherParametersAndEmptyOnesAlone() {
        assertThat(Where.of(Map.of("q", "x", "where.city", " ")).isEmpty()).isTrue();
    }
}
