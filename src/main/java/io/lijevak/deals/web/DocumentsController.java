package io.lijevak.deals.web;

import io.lijevak.deals.DealDocument;
import io.lijevak.deals.DealDocuments;
import io.lijevak.deals.DocumentFilter;
import io.lijevak.deals.ExportDocuments;
import io.lijevak.platform.Slice;
import io.lijevak.platform.web.Export;
import io.lijevak.platform.web.PageLink;
import io.lijevak.platform.web.PastDay;
import io.lijevak.platform.web.TableDownload.Column;
import io.lijevak.platform.web.Ui;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The documents of all deals; the whole state of the list stands in the address. */
@Controller
class DocumentsController {
    private static final int PAGE = 50;
    private final DealDocuments documents;
    private final ExportDocuments export;
    private final FilterReading filters;

    DocumentsController(DealDocuments documents, ExportDocuments export, FilterReading filters) {
        this.documents = documents;
        this.export = export;
        this.filters = filters;
    }

    @GetMapping("/deals/documents")
    @Allow(resource = Resource.DEAL, action = Action.VIEW)
    String show(@RequestParam Map<String, String> parameters, CurrentUser user, Model model) {
        var asked = filters.read(link(parameters), user);
        var link = asked.link();
        var filter = DocumentFilter.of(link.parameters());
        var slice = documents.page(filter, link.value("next"), PAGE, user);
        model.addAttribute(
                "page", new DocumentsPage(link, asked, filter.kind(), slice, documents.counts(filter, user)));
        return "deals/documents";
    }

    @GetMapping("/deals/documents/export.{ending:csv|xlsx|pdf}")
    @Allow(resource = Resource.DEAL, action = Action.EXPORT)
    void export(
            @PathVariable String ending,
            @RequestParam Map<String, String> parameters,
            CurrentUser user,
            @ModelAttribute("ui") Ui ui,
            HttpServletResponse response) {
        filters.require(parameters, user);
        answer(parameters, ui, user).send(ending, response);
    }

    Export answer(Map<String, String> parameters, Ui ui, CurrentUser user) {
        var asked = filters.read(link(parameters), user);
        var filter = DocumentFilter.of(asked.link().parameters());
        return Export.ofList(
                ui,
                ui.t("deals.documents.title"),
                facts(asked, filter, ui),
                columns(ui),
                rows -> export.to(rows, filter, user));
    }

    private List<Export.Fact> facts(Filters asked, DocumentFilter filter, Ui ui) {
        var page = new DocumentsPage(asked.link(), asked, filter.kind(), new Slice<>(List.of(), null), Map.of());
        var kind = filter.kind();
        return Stream.of(
                        kind == null
                                ? Stream.<Export.Fact>of()
                                : Stream.of(new Export.Fact(ui.t("deals.documents.kind"), ui.t(kind.key()))),
                        Stream.concat(page.chips(ui).stream(), asked.chips(ui).stream())
                                .map(chip -> new Export.Fact(chip.label(), chip.value())))
                .flatMap(facts -> facts)
                .toList();
    }

    /** Documents are those of now, of deals as they are now. */
    private static PageLink link(Map<String, String> parameters) {
        return new PageLink("/deals/documents", parameters).without(PastDay.AS_OF, PastDay.KNOWN, "sort");
    }

    private static List<Column<DealDocument>> columns(Ui ui) {
        return List.of(
                new Column<>(ui.t("deals.documents.name"), DealDocument::name),
                new Column<>(
                        ui.t("deals.documents.kind"), one -> ui.t(one.kind().key())),
                new Column<>(ui.t("deals.documents.deal"), one -> one.deal().name()),
                new Column<>(
                        ui.t("deals.field.customer"),
                        one -> one.customer() == null ? null : one.customer().name()),
                new Column<>(ui.t("deals.documents.by"), DealDocument::by),
                new Column<>(ui.t("deals.documents.at"), DealDocument::at));
    }
}
