package io.lijevak.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the planner is told of a table after a load. */
@LijevakTest
class FreshStatisticsTests {
    private static final int MANY = 1_500;

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    FreshStatistics statistics;

    @BeforeEach
    void anEmptiedTableIsFilled() {
        world.reset();
        jdbc.sql("analyze customer").update();
        jdbc.sql("""
                insert into customer (kind, name, search_text, note)
                select 'COMPANY', 'Customer ' || n, 'customer ' || n, repeat('x', 100) from generate_series(1, ?) n""").param(MANY).update();
    }

    @Test
    void aTableThatWasEmptyIsSeenAsItIsFilled() {
        assertThat(rowsSeen()).isZero();

        statistics.renew();

        assertThat(rowsSeen()).isEqualTo(MANY);
    }

    @Test
    void aTableThatIsEmptiedIsNotSeenEmpty() {
        statistics.renew();
        jdbc.sql("do $$ begin perform pg_stat_force_next_flush(); delete from customer; end $$")
                .update();

        statistics.renew();

        assertThat(rowsSeen()).isEqualTo(MANY);
    }

    private int rowsSeen() {
        return jdbc.sql("select reltuples from pg_class where oid = 'customer'::regclass")
                .query(Integer.class)
                .single();
    }
}
