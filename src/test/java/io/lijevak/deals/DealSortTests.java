package io.lijevak.deals;

import static org.assertj.core.api.Assertions.assertThat;

import io.lijevak.LijevakTest;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@LijevakTest
class DealSortTests {
    @Autowired
    DSLContext database;

    @Autowired
    TransactionTemplate transaction;

    @ParameterizedTest
    @MethodSource("orders")
    void everyOrderIsThatOfAnIndex(String sort, String language) {
        var query = database.select(DSL.field("d.id"))
                .from("deal d")
                .orderBy(DealSort.of(sort).fields(language, false))
                .limit(51);

        var plan = transaction.execute(status -> {
            database.execute("set local enable_seqscan = off");
            database.execute("set local enable_sort = off");
            return database.explain(query).plan();
        });

        assertThat(plan).contains("Index").doesNotContain("Sort");
    }

    static Stream<Arguments> orders() {
        return Stream.of(DealSort.values())
                .flatMap(sort ->
                        List.of("hr", "en", "ru").stream().map(language -> Arguments.of(sort.word(), language)));
    }
}
