package io.lijevak.deals.web;

import io.lijevak.customers.CustomerPanel;
import io.lijevak.deals.DealArea;
import io.lijevak.deals.DealPanel;
import io.lijevak.deals.DemandLines;
import io.lijevak.platform.Navigation;
import io.lijevak.platform.QuickAction;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The places where deals show themselves: the rail, settings, the customer page. */
@Configuration(proxyBeanMethods = false)
class DealsNavigation {
    @Bean
    Navigation dealsInRail() {
        return new Navigation(30, "deals.title", "deal", "/deals", viewer -> viewer.may("DEAL.VIEW"));
    }

    @Bean
    QuickAction newDealAction() {
        return new QuickAction(10, "deals.new", "deal", "/deals/new", viewer -> viewer.may("DEAL.CREATE"));
    }

    @Bean
    CustomerPanel dealsOfCustomer() {
        return new CustomerPanel(20, "deals.title", customer -> "/deals/of-customer/" + customer, "DEAL.VIEW");
    }

    @Bean
    DealPanel propertiesOfDeal() {
        return new DealPanel(2, "properties.title", deal -> "/deals/" + deal + "/properties", "DEAL.VIEW");
    }

    @Bean
    DealPanel filesOfDeal() {
        return new DealPanel(40, "files.title", deal -> "/files/of/deal/" + deal, "DEAL.VIEW");
    }

    @Bean
    DealPanel instructionOfStage() {
        return new DealPanel(
                6, "process.point.instruction", deal -> "/process/instructions/deal/" + deal + "/card", "DEAL.VIEW");
    }

    @Bean
    Navigation worklistInRail() {
        return new Navigation(35, "deals.worklist.title", "alert", "/worklist", viewer -> viewer.may("DEAL.VIEW"));
    }

    @Bean
    DealPanel warningsOnDeal() {
        return new DealPanel(5, "deals.risks.title", deal -> "/deals/" + deal + "/risks", "DEAL.VIEW");
    }

    @Bean
    DealPanel proofOfDeal() {
        return new DealPanel(7, "deals.proof.title", deal -> "/deals/" + deal + "/proof", "DEAL.VIEW");
    }

    /** Hidden while the company does not record demand. */
    @Bean
    DealArea demandOfDeal(DemandLines demand) {
        return new DealArea(
                20,
                "deals.demand.title",
                deal -> "/deals/" + deal + "/demand",
                viewer -> viewer.may("DEAL.VIEW") && demand.isRecordedAtAll());
    }
}
