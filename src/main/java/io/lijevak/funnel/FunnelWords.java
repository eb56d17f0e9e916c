package io.lijevak.funnel;

import io.lijevak.platform.Companies;
import io.lijevak.platform.Languages;
import io.lijevak.platform.web.Formats;
import io.lijevak.platform.web.Texts;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Says in words what a number of a funnel counts. */
@Component
public class FunnelWords {
    private final Texts texts;
    private final Companies companies;

    FunnelWords(Texts texts, Companies companies) {
        this.texts = texts;
        this.companies = companies;
    }

    /** Such as "Funnel Sale: Offer, lost here; closed 1. 1. 2026. – 31. 3. 2026.". */
    String of(FunnelCell cell, Map<Dimension, String> groups, FunnelReferences references, String language) {
        var query = cell.query();
        var type = query.dealType();
        var stage = cell.stage();
        var parts = new ArrayList<String>();
        parts.add(
                type == null ? "" : references.type(type).map(FunnelType::name).orElse(""));
        if (stage != null && references.stages().get(stage) instanceof FunnelStage known) {
            parts.add(known.name());
        }
        groups.forEach((dimension, value) -> parts.add(dimension.label(value, references, in(language))));
        parts.add(texts.get(language, "funnel.figure." + word(cell.figure())));
        parts.add(rule(query, language));
        return String.join(" · ", parts);
    }

    /** The words of groups for a reader of the language. */
    public GroupWords in(String language) {
        var company = companies.current();
        return GroupWords.of(
                key -> texts.get(language, key),
                new Formats(company.region(), company.timeZone(), Languages.locale(language)));
    }

    private String rule(FunnelQuery query, String language) {
        var company = companies.current();
        var formats = new Formats(company.region(), company.timeZone());
        var key = "funnel.when." + word(query.rule());
        var asOf = query.asOf();
        var moment = asOf == null ? texts.get(language, "funnel.when.now") : formats.date(asOf);
        return texts.get(
                language,
                key,
                formats.date(query.period().from()),
                formats.date(query.period().to()),
                moment);
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
