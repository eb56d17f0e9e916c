package io.lijevak;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@LijevakTest
class StatementCounterTests {
    @Autowired
    JdbcClient jdbc;

    @Test
    void countsStatementsAndTheirRows() throws Exception {
        var counted = StatementCounter.count(() -> jdbc.sql("select n from generate_series(1, :last) n")
                .param("last", 3)
                .query(Long.class)
                .list());

        assertThat(counted)
                .singleElement()
                .satisfies(statement -> assertThat(statement.rows()).isEqualTo(3));
    }
}
