package io.lijevak.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.lijevak.platform.FieldProblem;
import io.lijevak.platform.Languages;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComponentsTests {
    private static final Ui UI = Pages.ui("en", "dark");

    @Test
    void drawsTheFrameInTheThemeAndLanguageOfTheViewer() {
        var page = layout(UI, "<p>Hello</p>");

        assertThat(page)
                .contains("<html lang=\"en-GB\" data-theme=\"dark\"")
                .contains("href=\"/deals\" title=\"Main\" data-go=\"d\" aria-current=\"page\"")
                .contains("<p>Hello</p>")
                .doesNotContain("??");
    }

    @Test
    void followsTheDeviceWhenTheViewerChoseNoTheme() {
        assertThat(layout(Pages.ui("hr", "system"), "")).contains("<html lang=\"hr-HR\" data-shortcuts");
    }

    @Test
    void hasATextForEveryKeyOfTheFrameInEveryLanguage() {
        for (var language : Languages.ALL) {
            assertThat(layout(Pages.ui(language, "light"), "")).doesNotContain("??");
        }
    }

    @Test
    void needsNeitherInlineScriptNorStyle() {
        assertThat(layout(UI, field(wrong())))
                .doesNotContain(" style=")
                .doesNotContain("<style")
                .doesNotContainPattern("<script(?![^>]*src=)")
                .doesNotContain("onclick");
    }

    @Test
    void showsTheProblemOfAFieldAndTiesItToTheField() {
        var html = field(wrong());

        assertThat(html)
                .contains("value=\"1.234,5x\"")
                .contains("aria-invalid=\"true\"")
                .contains("aria-describedby=\"f-amount-e\"")
                .contains("id=\"f-amount-e\"")
                .contains("“1.234,5x” is not a number.");
    }

    @Test
    void showsAStoredNumberInTheRegionsWriting() {
        var form = Form.of(Map.of("amount", new BigDecimal("1234.50")));

        assertThat(Pages.render(
                        "platform/money",
                        Map.of("ui", UI, "form", form, "name", "amount", "label", "Amount", "currency", "EUR")))
                .contains("value=\"1234,50\"")
                .contains("EUR");
    }

    @Test
    void marksTheChosenOption() {
        var options = List.of(new Option("1", "One"), new Option("2", "Two"));

        assertThat(Pages.render(
                        "platform/select",
                        Map.of(
                                "ui",
                                UI,
                                "form",
                                Form.of(Map.of("n", 2L)),
                                "name",
                                "n",
                                "label",
                                "N",
                                "options",
                                options)))
                .contains("<option value=\"1\">One</option>")
                .contains("<option value=\"2\" selected>Two</option>");
    }

    @Test
    void checksAFlagThatIsSet() {
        assertThat(checkbox(true)).contains(" checked");
        assertThat(checkbox(false)).doesNotContain(" checked");
    }

    @Test
    void writesWhatWasTypedAsTextAndNeverAsMarkup() {
        var form = Form.of(Map.of("note", "</textarea><script>alert(1)</script>"));

        assertThat(Pages.render("platform/textarea", Map.of("ui", UI, "form", form, "name", "note", "label", "Note")))
                .doesNotContain("<script>");
    }

    @Test
    void sumsUpTheProblemsAboveTheForm() {
        assertThat(Pages.render("platform/errors", Map.of("ui", UI, "form", wrong())))
                .contains("One field needs your attention")
                .contains("href=\"#f-amount\"");
        assertThat(Pages.render("platform/errors", Map.of("ui", UI, "form", Form.empty())))
                .isBlank();
    }

    @Test
    void offersTheNextPageOnlyWhenThereIsOne() {
        assertThat(pager("/customers?after=x")).contains("rel=\"next\"").contains("50 of 1.284");
        assertThat(pager("")).doesNotContain("rel=\"next\"");
    }

    @Test
    void standsForANameWithItsInitials() {
        assertThat(Initials.of("Ana Marušić")).isEqualTo("AM");
        assertThat(Initials.of("uljara")).isEqualTo("U");
        assertThat(Initials.of("Čakovec – d.o.o.")).isEqualTo("ČD");
        assertThat(Initials.of("  ")).isEmpty();
    }

    private static Form wrong() {
        return Form.of(Map.of("amount", "1.234,5x"))
                .with(List.of(new FieldProblem("amount", "platform.problem.number", "1.234,5x")));
    }

    private static String field(Form form) {
        return Pages.render("platform/field", Map.of("ui", UI, "form", form, "name", "amount", "label", "Amount"));
    }

    private static String checkbox(boolean on) {
        return Pages.render(
                "platform/checkbox", Map.of("ui", UI, "form", Form.of(Map.of("on", on)), "name", "on", "label", "On"));
    }

    private static String pager(String next) {
        return Pages.render("platform/pager", Map.of("ui", UI, "next", next, "shown", 50L, "total", 1284L));
    }

    private static String layout(Ui ui, String content) {
        return Pages.render("platform/layout", Map.of("ui", ui, "title", "Deals", "content", Pages.content(content)));
    }
}
