package io.lijevak.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.lijevak.Pdf;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

/** What becomes of a list that is printed. */
class ExportTests {
    private final Ui ui = Pages.ui("hr", "light");

    private Export of(List<List<Object>> rows) {
        var columns = List.of(
                new TableDownload.Column<List<Object>>("Naziv", List::getFirst),
                new TableDownload.Column<List<Object>>("Iznos", List::getLast));
        var words = new Export.Words(
                "Kupci",
                "Kupci",
                "",
                List.of(new Export.Fact("Grad", "Đurđevac & <Čakovec>")),
                Instant.parse("2026-11-27T23:00:00Z"));
        return Export.ofRows(
                ui, words, new TableDownload<>("Kupci", ui.f().region(), ui.f().zone(), columns), rows::forEach);
    }

    @Test
    void lettersOfOurLanguagesAndWhatLooksLikeMarkupArePrinted() {
        var rows = List.<List<Object>>of(
                List.of("Šćepan Žđrić & <b>sinovi</b>", new BigDecimal("1234.50")),
                List.of("Щукин Ёлка, Ελλάς ✓ \u0007", LocalDate.of(2026, 11, 28)));

        var pdf = Pdf.text(of(rows).pdf("Čuvani pogled"));

        assertThat(pdf)
                .contains("Čuvani pogled", "Grad: Đurđevac & <Čakovec>", "Šćepan Žđrić & <b>sinovi</b>", "1.234,50")
                .contains("Щукин Ёлка, Ελλάς ✓", "28. 11. 2026.")
                .contains("28. 11. 2026. 00:00 (Europe/Zagreb)", "1 / 1");
    }

    @Test
    void aLongListIsCutAndSaysHowMuchThereIs() {
        var rows = IntStream.rangeClosed(1, 1003)
                .mapToObj(i -> List.<Object>of("Kupac " + i, i))
                .toList();

        var pdf = Pdf.text(of(rows).pdf("Kupci"));

        assertThat(pdf).contains("Kupac 1000", "1.003").doesNotContain("Kupac 1001");
    }

    @Test
    void anEmptyListSaysSo() {
        assertThat(Pdf.text(of(List.of()).pdf("Kupci"))).contains("Nema ničega");
    }

    @Test
    void isSentUnderTheNameOfTheList() throws Exception {
        var response = new MockHttpServletResponse();

        of(List.of()).send("pdf", response);

        assertThat(response.getHeader("Content-Disposition")).contains("Kupci.pdf");
        assertThat(response.getContentType()).isEqualTo("application/pdf");
        assertThat(response.getContentAsByteArray()).startsWith('%', 'P', 'D', 'F');
    }
}
