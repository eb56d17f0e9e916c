package io.lijevak.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lijevak.LijevakTest;
import io.lijevak.deals.DealId;
import io.lijevak.deals.DealWorld;
import io.lijevak.deals.HandleRisk;
import io.lijevak.deals.RiskSignal.Handling;
import io.lijevak.deals.RiskSignals;
import io.lijevak.deals.Rivals;
import io.lijevak.platform.InvalidInput;
import io.lijevak.users.CurrentUser;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@LijevakTest
class WarnedDealsTests {
    @Autowired
    DealWorld deals;

    @Autowired
    HandleRisk handle;

    @Autowired
    Rivals rivals;

    @Autowired
    RiskSignals signals;

    @Autowired
    JdbcClient jdbc;

    private CurrentUser admin;
    private DealId deal;

    @BeforeEach
    void found() {
        admin = deals.found();
        deal = deals.open(admin);
        rivals.name(deal, "Rival", admin);
    }

    @Test
    void aWarningBecomesATaskAndIsSeenTo() {
        handle.of(
                deal,
                new HandleRisk.Act(Handling.TASK, "Ponuditi ugradnju", null, LocalDate.of(2199, 3, 5), false),
                admin);

        assertThat(jdbc.sql("""
                select title || ' ' || state || ' ' || (due_at at time zone 'Europe/Zagreb')::date from task""").query(String.class).list()).containsExactly("Ponuditi ugradnju OPEN 2199-03-05");
        assertThat(signals.of(deal)).allMatch(signal -> signal.handled() != null);
    }

    @Test
    void aTaskWithoutADayIsNoneAndLeavesTheWarning() {
        assertThatThrownBy(() -> handle.of(deal, new HandleRisk.Act(Handling.TASK, "x", null, null, false), admin))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> handle.of(
                        deal, new HandleRisk.Act(Handling.TASK, "x", null, LocalDate.of(2001, 1, 1), false), admin))
                .isInstanceOf(InvalidInput.class);

        assertThat(signals.of(deal)).allMatch(signal -> signal.handled() == null);
        assertThat(jdbc.sql("select count(*) from task").query(Integer.class).single())
                .isZero();
    }
}
