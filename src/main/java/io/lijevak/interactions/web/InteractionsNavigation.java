package io.lijevak.interactions.web;

import io.lijevak.customers.CustomerArea;
import io.lijevak.deals.DealArea;
import io.lijevak.platform.Navigation;
import io.lijevak.platform.QuickAction;
import io.lijevak.platform.ViewPage;
import io.lijevak.platform.web.ViewExport;
import io.lijevak.users.CurrentUser;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The places where interactions show themselves: the rail, New, the pages of customers and deals. */
@Configuration(proxyBeanMethods = false)
class InteractionsNavigation {
    @Bean
    Navigation interactionsInRail() {
        return new Navigation(
                35, "interactions.title", "phone", "/interactions", viewer -> viewer.may("INTERACTION.VIEW"));
    }

    @Bean
    QuickAction recordInteractionAction() {
        return new QuickAction(
                30,
                "interactions.new",
                "phone",
                "/interactions/new?kind=call",
                viewer -> viewer.may("INTERACTION.CREATE"));
    }

    @Bean
    CustomerArea composerOfCustomer() {
        return new CustomerArea(
                10,
                "interactions.area",
                customer -> "/interactions/of-customer/" + customer,
                viewer -> viewer.may("INTERACTION.VIEW"));
    }

    @Bean
    DealArea composerOfDeal() {
        return new DealArea(
                10,
                "interactions.area",
                deal -> "/interactions/of-deal/" + deal,
                viewer -> viewer.may("INTERACTION.VIEW"));
    }

    @Bean
    ViewExport interactionListExport(InteractionListController interactions) {
        return new ViewExport(
                "/interactions",
                "INTERACTION.EXPORT",
                (parameters, ui, viewer) ->
                        Optional.of(interactions.answer(parameters.toSingleValueMap(), ui, (CurrentUser) viewer)));
    }

    @Bean
    ViewPage interactionListView() {
        return new ViewPage("/interactions", "interactions.title", "phone", viewer -> viewer.may("INTERACTION.VIEW"));
    }
}
