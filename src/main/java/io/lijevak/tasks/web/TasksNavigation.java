package io.lijevak.tasks.web;

import io.lijevak.customers.CustomerPanel;
import io.lijevak.deals.DealPanel;
import io.lijevak.platform.Navigation;
import io.lijevak.platform.QuickAction;
import io.lijevak.platform.ViewPage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The places where tasks show themselves: the rail, the New button, deals and customers. */
@Configuration(proxyBeanMethods = false)
class TasksNavigation {
    @Bean
    Navigation tasksInRail() {
        return new Navigation(5, "tasks.nav", "today", "/tasks", viewer -> viewer.may("TASK.VIEW"))
                .counting("/tasks/due");
    }

    @Bean
    Navigation calendarInRail() {
        return new Navigation(45, "tasks.tab.calendar", "calendar", "/calendar", viewer -> viewer.may("TASK.VIEW"));
    }

    @Bean
    QuickAction newTaskAction() {
        return new QuickAction(5, "tasks.new", "check", "/tasks/new", viewer -> viewer.may("TASK.CREATE"));
    }

    @Bean
    DealPanel tasksOfDeal() {
        return new DealPanel(5, "tasks.title", deal -> "/tasks/of-deal/" + deal, "DEAL.VIEW");
    }

    @Bean
    CustomerPanel tasksOfCustomer() {
        return new CustomerPanel(10, "tasks.title", customer -> "/tasks/of-customer/" + customer, "CUSTOMER.VIEW");
    }

    @Bean
    ViewPage inboxView() {
        return new ViewPage("/tasks", "tasks.nav", "today", viewer -> viewer.may("TASK.VIEW"))
                .showing("main > .lede, main .rows");
    }
}
