package io.lijevak.imports;

import io.lijevak.deals.CurrencyRates;
import io.lijevak.platform.Companies;
import io.lijevak.platform.web.Texts;
import io.lijevak.users.CurrentUser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Lays the file of an import open for a pass. */
@Component
class OpenImport {
    private final Imports imports;
    private final Companies companies;
    private final CurrencyRates rates;
    private final PropertyTargets properties;
    private final Moment moment;

    /** The clock, and the words of the company. */
    @Component
    record Moment(Texts texts, Clock clock) {}

    OpenImport(Imports imports, Companies companies, CurrencyRates rates, PropertyTargets properties, Moment moment) {
        this.imports = imports;
        this.companies = companies;
        this.rates = rates;
        this.properties = properties;
        this.moment = moment;
    }

    /** Gives the work a job over the file, and removes the file's copy after it. */
    <T> T with(Import source, CurrentUser user, boolean writes, Function<Job, T> work) {
        var content = imports.content(source.id());
        try {
            var company = companies.current();
            var table = new Table(TableFiles.open(content), source.settings().layout());
            var today = company.today(moment.clock());
            var known = new Rates(company, rates.all(), today);
            var first = moment.texts().get(company.language(), "imports.stage.first");
            var setting = new Job.Setting(company, known, first, today, properties.of(source.kind(), user), writes);
            return work.apply(new Job(source, table, columns(source), user, setting));
        } finally {
            try {
                Files.deleteIfExists(content);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static RowFields.Columns columns(Import source) {
        var byTarget = new LinkedHashMap<Target, List<RowFields.Columns.Column>>();
        var columns = source.settings().columns();
        for (int i = 0; i < columns.size(); i++) {
            var column = columns.get(i);
            var place = new RowFields.Columns.Column(i, column.source(), column.numbers(), column.dates());
            source.settings()
                    .mapping()
                    .target(source.kind(), column.source())
                    .ifPresent(target -> byTarget.computeIfAbsent(target, t -> new ArrayList<>())
                            .add(place));
        }
        return new RowFields.Columns(byTarget);
    }
}
