package io.lijevak.reports.web;

import io.lijevak.funnel.Dimension;
import io.lijevak.funnel.GroupWords;
import io.lijevak.platform.web.Export;
import io.lijevak.platform.web.Option;
import io.lijevak.platform.web.PageLink;
import io.lijevak.platform.web.ReportTables;
import io.lijevak.platform.web.Ui;
import io.lijevak.reports.ShowCustomerMix;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The mix of customers as its page shows it. */
public record CustomerMixPage(PeopleFrame frame, List<Dimension> choices, ShowCustomerMix.Mix mix) {
    /** Kinds beyond these are drawn as one: more shades could not be told apart. */
    private static final int SHADES = 5;

    /** A piece of the bar, in hundredths of its width. */
    public record Piece(double from, double width, int shade) {}

    public Ui ui() {
        return frame.ui();
    }

    public List<Option> options() {
        return choices.stream()
                .map(choice -> new Option(choice.key(), label(choice)))
                .toList();
    }

    private String label(Dimension choice) {
        return choice.name(words());
    }

    public List<String> kinds() {
        return mix.kinds().stream()
                .map(kind -> mix.by().label(kind, mix.matrix().known(), words()))
                .toList();
    }

    private GroupWords words() {
        return GroupWords.of(ui()::t, ui().f());
    }

    /** Whether the deals of a rep add up to the parts: a customer may be in several categories. */
    public boolean addsUp() {
        return mix.by().hasOneValue();
    }

    public List<Piece> bar(ShowCustomerMix.Row row) {
        var pieces = new ArrayList<Piece>();
        var sum = row.parts().stream().mapToDouble(ShowCustomerMix.Part::share).sum();
        var from = 0.0;
        for (var i = 0; i < row.parts().size() && sum > 0; i++) {
            var width = 100 * row.parts().get(i).share() / sum;
            pieces.add(new Piece(from, width, Math.min(i, SHADES - 1)));
            from += width;
        }
        return pieces;
    }

    public String deals(ShowCustomerMix.Part part) {
        return frame.lists().passports()
                ? new PageLink("/funnel/passport", Map.of("cell", part.cell())).toString()
                : new PageLink("/deals", Map.of("funnel", part.cell())).toString();
    }

    /** The passport of the amount won with a kind of customers. */
    public String won(ShowCustomerMix.Part part) {
        return new PageLink("/funnel/passport", Map.of("cell", part.cell().replace("figure:decided", "figure:won")))
                .toString();
    }

    public String share(ShowCustomerMix.Part part) {
        return ui().f().percent(part.share());
    }

    Export export() {
        var ui = ui();
        var headings = List.of(
                ui.t("reports.rep"),
                label(mix.by()),
                ui.t("reports.decided"),
                ui.t("reports.customers.share"),
                ui.t("reports.indicator.wonAmount") + ", " + ui.company().currency());
        var kinds = kinds();
        var rows = new ArrayList<List<@Nullable Object>>();
        for (var row : mix.rows()) {
            for (var i = 0; i < kinds.size(); i++) {
                var part = row.parts().get(i);
                rows.add(ReportTables.row(
                        row.name(), kinds.get(i), part.decided(), Numbers.exact(part.share(), 4), part.amount()));
            }
        }
        return new Sheet(frame, "customers", "reports/printCustomers")
                .export(this, "", headings, rows, List.of(ui.t("reports.customers.rule")));
    }
}
