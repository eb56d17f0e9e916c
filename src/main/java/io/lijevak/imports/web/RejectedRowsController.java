package io.lijevak.imports.web;

import io.lijevak.imports.ImportId;
import io.lijevak.imports.Imports;
import io.lijevak.imports.RejectedRows;
import io.lijevak.platform.Companies;
import io.lijevak.platform.web.TableDownload;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The rows that were kept out, as they stood in the file, with the reason behind them: mend and upload again. */
@Controller
class RejectedRowsController {
    private final Imports imports;
    private final RejectedRows rejected;
    private final ImportPages pages;
    private final Companies companies;

    RejectedRowsController(Imports imports, RejectedRows rejected, ImportPages pages, Companies companies) {
        this.imports = imports;
        this.rejected = rejected;
        this.pages = pages;
        this.companies = companies;
    }

    @Allow(resource = Resource.IMPORT, action = Action.VIEW)
    @GetMapping("/imports/{id}/rejected.{ending:csv|xlsx}")
    void download(
            @PathVariable ImportId id, @PathVariable String ending, CurrentUser user, HttpServletResponse response) {
        var source = imports.require(id);
        user.require(Resource.IMPORT, Action.VIEW, source.by().person());
        var columns = new ArrayList<TableDownload.Column<RejectedRows.Row>>();
        var headings = source.settings().columns();
        for (int i = 0; i < headings.size(); i++) {
            var place = i;
            columns.add(new TableDownload.Column<>(
                    headings.get(i).source(), row -> row.cells().get(place)));
        }
        columns.add(new TableDownload.Column<>(
                pages.text(user.language(), "imports.report.reason"), RejectedRows.Row::reason));
        var company = companies.current();
        var name = source.fileName().replaceAll("\\.\\w{1,5}$", "") + "-"
                + pages.text(user.language(), "imports.report.rejectedName");
        new TableDownload<>(name, company.region(), company.timeZone(), columns)
                .write(
                        TableDownload.Format.valueOfEnding(ending),
                        response,
                        each -> rejected.each(source, user.language(), each));
    }
}
