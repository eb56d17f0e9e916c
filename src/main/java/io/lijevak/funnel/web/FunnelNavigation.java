package io.lijevak.funnel.web;

import io.lijevak.platform.Navigation;
import io.lijevak.properties.FieldList;
import io.lijevak.properties.RecordKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The entry of the funnel in the rail. */
@Configuration(proxyBeanMethods = false)
class FunnelNavigation {
    @Bean
    Navigation funnelEntry() {
        return new Navigation(40, "funnel.nav", "funnel", "/funnel", viewer -> viewer.may("FUNNEL.VIEW"));
    }

    @Bean
    FieldList funnelPage() {
        return new FieldList(
                "funnel", RecordKind.DEAL, "/funnel", "funnel.title.active", viewer -> viewer.may("FUNNEL.VIEW"));
    }

    @Bean
    FieldList matrixPage() {
        return new FieldList(
                "funnel-matrix",
                RecordKind.DEAL,
                "/funnel/matrix",
                "funnel.title.active",
                viewer -> viewer.may("FUNNEL.VIEW"));
    }
}
