package io.lijevak.deals.web;

import io.lijevak.deals.DealDocument;
import io.lijevak.deals.DealDocuments;
import io.lijevak.deals.DocumentFilter;
import io.lijevak.files.FileKind;
import io.lijevak.platform.Named;
import io.lijevak.platform.Slice;
import io.lijevak.platform.web.FilterCheck;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The documents of all deals for programs; parameters as of the page. Their contents are at {@code /api/v1/files}. */
@RestController
class DocumentsApi {
    private static final int MOST = 200;
    private final DealDocuments documents;

    DocumentsApi(DealDocuments documents) {
        this.documents = documents;
    }

    /** @param id of the file */
    record DocumentJson(
            long id,
            String kind,
            String name,
            long size,
            Instant attachedAt,
            @Nullable String attachedBy,
            Named deal,
            @Nullable Named customer) {

        static DocumentJson of(DealDocument one) {
            return new DocumentJson(
                    one.id().value(),
                    one.kind().word(),
                    one.name(),
                    one.size(),
                    one.at(),
                    one.by(),
                    one.deal(),
                    one.customer());
        }
    }

    @GetMapping("/api/v1/deals/documents")
    @Allow(resource = Resource.DEAL, action = Action.VIEW)
    Slice<DocumentJson> list(
            @RequestParam Map<String, String> parameters,
            @RequestParam(defaultValue = "50") int limit,
            CurrentUser user) {
        DealBodyReading.checkFilters(parameters);
        FilterCheck.of(parameters)
                .choice("kind", FileKind.values())
                .day("since")
                .day("until")
                .check();
        var page =
                documents.page(DocumentFilter.of(parameters), parameters.get("next"), Math.clamp(limit, 1, MOST), user);
        return new Slice<>(page.items().stream().map(DocumentJson::of).toList(), page.next());
    }
}
