package io.lijevak.properties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lijevak.platform.InvalidInput;
import io.lijevak.properties.ConditionTree.Group;
import io.lijevak.properties.ConditionTree.Leaf;
import io.lijevak.properties.ConditionTree.Mode;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConditionTreeTests {
    private static final List<String> VALUES =
            List.of("3", "Split", "a;b", "(x)", "all(y=1)", "~", "~;", "a=b", "1,2", "none(", "ü \\ \"");
    private final Random dice = new Random(20261128);

    @Test
    void isReadAsPeopleWriteIt() {
        var tree = ConditionTree.read("any(potential.ge=1000;none(customer.city=Split;customer.segment.in=3,4))");

        assertThat(tree.mode()).isEqualTo(Mode.ANY);
        assertThat(tree.conditions())
                .containsExactly(
                        new FieldCondition("potential", Operator.GE, List.of("1000")),
                        new FieldCondition("customer.city", Operator.EQ, List.of("Split")),
                        new FieldCondition("customer.segment", Operator.IN, List.of("3", "4")));
        assertThat(tree.at("2").orElseThrow().mode()).isEqualTo(Mode.NONE);
    }

    @Test
    void readsWhatItWrites() {
        for (int round = 0; round < 5_000; round++) {
            var tree = random(ConditionTree.DEEPEST);

            assertThat(ConditionTree.read(tree.toString())).isEqualTo(tree);
        }
    }

    @Test
    void refusesWhatIsNoTree() {
        for (var text : List.of(
                "x=1",
                "all",
                "all(",
                "all(x)",
                "all(x=1",
                "all(x=1))",
                "all(x=1;)",
                "all(;x=1)",
                "all(x=(1)",
                "all(x=1)any(y=2)",
                "all(x=~",
                "all(=1)",
                "ALL(x=1)",
                "all(any(all(any(x=1))))")) {
            assertThatThrownBy(() -> ConditionTree.read(text)).as(text).isInstanceOf(InvalidInput.class);
        }
        var many = IntStream.rangeClosed(0, ConditionTree.MOST)
                .mapToObj(n -> "x=" + n)
                .toList();
        assertThatThrownBy(() -> ConditionTree.read("all(" + String.join(";", many) + ")"))
                .isInstanceOf(InvalidInput.class);
        assertThat(ConditionTree.read("all(" + String.join(";", many.subList(1, many.size())) + ")")
                        .conditions())
                .hasSize(ConditionTree.MOST);
    }

    @Test
    void isChangedAtAPlace() {
        var tree = ConditionTree.read("all(x=1;any(y=2;none()))");

        assertThat(tree.with("2.2", group -> group.and(leaf("z", "3")))).hasToString("all(x=1;any(y=2;none(z=3)))");
        assertThat(tree.with("2", group -> group.joinedBy(Mode.NONE))).hasToString("all(x=1;none(y=2;none()))");
        assertThat(tree.without("2.1")).hasToString("all(x=1;any(none()))");
        assertThat(tree.without("1")).hasToString("all(any(y=2;none()))");
        assertThat(tree.without("7.1")).isEqualTo(tree);
        assertThat(tree.with("2.1", leaf("z", "3").condition())).hasToString("all(x=1;any(z=3;none()))");
        assertThat(tree.with("2.9", leaf("z", "3").condition())).isEqualTo(tree);
        assertThat(tree.condition("2.1")).hasValue(leaf("y", "2").condition());
        assertThat(List.of("", "2", "2.2", "3", "2.x"))
                .allSatisfy(place -> assertThat(tree.condition(place)).isEmpty());
        assertThat(tree.text()).isEqualTo("all(x=1;any(y=2))");
        assertThat(ConditionTree.read("all(any(none()))").text()).isEmpty();
    }

    @Test
    void standsBesideConditionsOfOldAddresses() {
        var where = Where.of(Map.of("where.city", "Split", "where", "any(x=1;y=2)"));

        assertThat(where.all()).hasSize(3);
        assertThat(Where.of(where.parameters())).isEqualTo(where);
    }

    private Group random(int depth) {
        return new Group(
                Mode.values()[dice.nextInt(3)],
                IntStream.range(0, dice.nextInt(4))
                        .<ConditionTree>mapToObj(part -> depth > 1 && dice.nextInt(3) == 0
                                ? random(depth - 1)
                                : leaf("property.x" + part, VALUES.get(dice.nextInt(VALUES.size()))))
                        .toList());
    }

    private static Leaf leaf(String path, String value) {
        return new Leaf(new FieldCondition(path, Operator.EQ, List.of(value)));
    }
}
