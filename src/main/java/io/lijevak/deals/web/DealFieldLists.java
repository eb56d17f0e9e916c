package io.lijevak.deals.web;

import io.lijevak.platform.Viewer;
import io.lijevak.properties.FieldList;
import io.lijevak.properties.RecordKind;
import java.util.function.Predicate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The pages of deals that any field narrows. */
@Configuration(proxyBeanMethods = false)
class DealFieldLists {
    private static final Predicate<Viewer> VISIBLE = viewer -> viewer.may("DEAL.VIEW");

    @Bean
    FieldList dealList() {
        return new FieldList("deals", RecordKind.DEAL, "/deals", "deals.title", VISIBLE);
    }

    @Bean
    FieldList dealBoard() {
        return new FieldList("deals-board", RecordKind.DEAL, "/deals/board", "deals.title", VISIBLE);
    }

    @Bean
    FieldList dealLosses() {
        return new FieldList("deals-losses", RecordKind.DEAL, "/deals/losses", "deals.losses.title", VISIBLE);
    }

    @Bean
    FieldList documentsOfDeals() {
        return new FieldList("deals-documents", RecordKind.DEAL, "/deals/documents", "deals.documents.title", VISIBLE);
    }

    @Bean
    FieldList unmetDemand() {
        return new FieldList(
                "deals-unmet-demand", RecordKind.DEAL, "/deals/unmet-demand", "deals.demand.unmet", VISIBLE);
    }
}
