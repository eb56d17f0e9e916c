package io.lijevak.views;

import static org.assertj.core.api.Assertions.assertThat;

import io.lijevak.platform.NamedPeriod;
import io.lijevak.platform.Period;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class QuestionTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);

    @Test
    void keepsWhatIsAskedAndLeavesOutWhereOneIs() {
        var question = Question.of("q=Čakovec%20%26+co&kind=&measures=won&measures=lost&next=abc&from=50&count=1");

        assertThat(question).hasToString("q=%C4%8Cakovec%20%26%20co&measures=won&measures=lost");
        assertThat(Question.of("from=2026-01-01")).hasToString("from=2026-01-01");
    }

    @Test
    void asksTheSameInWhateverOrder() {
        assertThat(Question.of("a=1&b=2").same(Question.of("b=2&a=1&c="))).isTrue();
        assertThat(Question.of("a=1&b=2").same(Question.of("a=1"))).isFalse();
        assertThat(Question.of(null).same(Question.of("next=5"))).isTrue();
    }

    @Test
    void readsWhatIsNoAddressAtAll() {
        assertThat(Question.of("%zz=%&=&&x")).hasToString("%25zz=%25");
    }

    @Test
    void namedPeriodsMoveOnWithTheDay() {
        assertThat(NamedPeriod.LAST_QUARTER.on(TODAY)).isEqualTo(days("2026-07-01", "2026-09-30"));
        assertThat(NamedPeriod.LAST_QUARTER.on(TODAY.plusMonths(2))).isEqualTo(days("2026-10-01", "2026-12-31"));
        assertThat(NamedPeriod.LAST_MONTH.on(LocalDate.of(2027, 1, 5))).isEqualTo(days("2026-12-01", "2026-12-31"));
        assertThat(NamedPeriod.naming(days("2026-01-01", "2026-12-31"), TODAY)).contains(NamedPeriod.THIS_YEAR);
        assertThat(NamedPeriod.naming(days("2026-01-01", "2026-12-30"), TODAY)).isEmpty();
    }

    @Test
    void aViewWithANamedPeriodAsksForItsDays() {
        assertThat(SavedView.question("dealType=1", "last-month", TODAY))
                .hasToString("dealType=1&from=2026-10-01&to=2026-10-31");
        assertThat(SavedView.question("dealType=1&from=2026-01-01", null, TODAY))
                .hasToString("dealType=1&from=2026-01-01");
    }

    private static Period days(String from, String to) {
        return new Period(LocalDate.parse(from), LocalDate.parse(to));
    }
}
