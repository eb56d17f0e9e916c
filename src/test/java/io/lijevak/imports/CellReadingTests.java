package io.lijevak.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.lijevak.deals.DealOutcome;
import java.time.LocalDate;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellReadingTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "COMMA|1.234,50|1234.50",
                "COMMA|1 234,50|1234.50",
                "COMMA|1.234|1234",
                "COMMA|€ 12,5|12.5",
                "COMMA|(12,50)|-12.50",
                "POINT|1,234.50|1234.50",
                "POINT|4580654.98|4580654.98",
                "POINT|1 234.50 USD|1234.50"
            })
    void readsNumbersOfEachRegion(NumberStyle style, String written, String number) {
        assertThat(style.parse(written)).isEqualByComparingTo(number);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"COMMA|1.234,5x", "COMMA|1.23", "POINT|1,23", "COMMA|abc", "POINT|"})
    void refusesWhatIsNoNumber(NumberStyle style, String written) {
        assertThat(style.parse(written == null ? "" : written)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-11-23|2026-11-23",
                "23. 11. 2026.|2026-11-23",
                "23.11.2026|2026-11-23",
                "21.07.2011.|2011-07-21",
                "23/11/2026|2026-11-23",
                "46349|2026-11-23",
                "2022-01-28 10:41:11|2022-01-28"
            })
    void readsDates(String written, LocalDate date) {
        var read = DateOrder.DAY_MONTH.parse(Cell.text(written));

        assertThat(read).isNotNull();
        assertThat(read.toLocalDate()).isEqualTo(date);
    }

    @Test
    void tellsTheOrderOfDatesByTheWholeColumn() {
        var column = new ColumnProfile();
        column.add(Cell.text("03/04/2026"));
        column.add(Cell.text("03/25/2026"));

        assertThat(column.dateOrder()).isEqualTo(DateOrder.MONTH_DAY);
    }

    @Test
    void tellsTheDecimalSignByTheWholeColumn() {
        var column = new ColumnProfile();
        column.add(Cell.text("1.234"));
        column.add(Cell.text("12.5"));

        assertThat(column.numberStyle(NumberStyle.COMMA)).isEqualTo(NumberStyle.POINT);
    }

    @Test
    void splitsPhonesThatShareAPrefix() {
        assertThat(phones(Cell.text("052/431486,453239"))).containsExactly("+38552431486", "+38552453239");
        assertThat(phones(Cell.text("(+385 52) 741 585; (+385 52) 741 350")))
                .containsExactly("+38552741585", "+38552741350");
    }

    @Test
    void putsTheLeadingZeroBackWhereASpreadsheetAteIt() {
        assertThat(phones(new Cell(Cell.Kind.NUMBER, "98378213"))).containsExactly("+38598378213");
    }

    @Test
    void reportsAPhoneThatASpreadsheetRounded() {
        var problems = new ArrayList<RowProblem>();

        assertThat(ContactCells.phones(Cell.text("3,85911E+11"), "HR", "Tel", problems))
                .isEmpty();
        assertThat(problems).extracting(RowProblem::key).containsExactly("imports.row.phone-eaten");
    }

    @Test
    void takesSeveralEmailsOutOfACell() {
        var problems = new ArrayList<RowProblem>();

        var emails = ContactCells.emails(Cell.text("Info@a.hr; b@b.hr\nnone"), "Mail", problems);

        assertThat(emails).extracting(Draft.Point::value).containsExactly("info@a.hr", "b@b.hr");
        assertThat(problems).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"United States,US", "Hrvatska,HR", "Германия,DE", "Philipines,PH", "Njemačka,DE", "SAD,US", "Korea,KR"})
    void knowsCountriesInThreeLanguages(String name, String code) {
        assertThat(CountryNames.code(name)).contains(code);
    }

    @ParameterizedTest
    @CsvSource({"Won,WON", "closed_lost,LOST", "Dobiveno,WON", "Проиграна,LOST", "u tijeku,OPEN", "в работе,OPEN"})
    void knowsOutcomeWords(String word, DealOutcome outcome) {
        assertThat(OutcomeWords.read(word)).contains(outcome);
    }

    @Test
    void takesNoStageForAnOutcome() {
        assertThat(OutcomeWords.read("Engaging")).isEmpty();
    }

    private static java.util.List<String> phones(Cell cell) {
        return ContactCells.phones(cell, "HR", "Tel", new ArrayList<>()).stream()
                .map(Draft.Point::value)
                .toList();
    }
}
