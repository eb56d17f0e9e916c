package io.lijevak.complaints.web;

import io.lijevak.customers.CustomerPanel;
import io.lijevak.deals.DealPanel;
import io.lijevak.platform.Navigation;
import io.lijevak.platform.QuickAction;
import io.lijevak.platform.ViewPage;
import io.lijevak.platform.web.ViewExport;
import io.lijevak.users.CurrentUser;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The places where complaints show themselves: the rail, New, the pages of customers and deals. */
@Configuration(proxyBeanMethods = false)
class ComplaintsNavigation {
    @Bean
    Navigation complaintsInRail() {
        return new Navigation(
                38, "complaints.title", "megaphone", "/complaints", viewer -> viewer.may("COMPLAINT.VIEW"));
    }

    @Bean
    QuickAction receiveComplaintAction() {
        return new QuickAction(
                40, "complaints.new", "megaphone", "/complaints/new", viewer -> viewer.may("COMPLAINT.CREATE"));
    }

    @Bean
    CustomerPanel complaintsOfCustomer() {
        return new CustomerPanel(
                30, "complaints.title", customer -> "/complaints/of-customer/" + customer, "COMPLAINT.VIEW");
    }

    @Bean
    DealPanel complaintsAboutDeal() {
        return new DealPanel(50, "complaints.title", deal -> "/complaints/of-deal/" + deal, "COMPLAINT.VIEW");
    }

    @Bean
    ViewExport complaintListExport(ComplaintListController complaints) {
        return new ViewExport(
                "/complaints",
                "COMPLAINT.EXPORT",
                (parameters, ui, viewer) ->
                        Optional.of(complaints.answer(parameters.toSingleValueMap(), ui, (CurrentUser) viewer)));
    }

    @Bean
    ViewPage complaintListView() {
        return new ViewPage("/complaints", "complaints.title", "megaphone", viewer -> viewer.may("COMPLAINT.VIEW"));
    }
}
