package io.lijevak.reports.web;

import java.util.List;

/** One of the reports on people. */
record PeopleTab(String word, String path) {
    static final String STAGES = PeopleFrame.ROOT + "/stages";
    static final String EFFORT = PeopleFrame.ROOT + "/effort";
    static final String FAIR = PeopleFrame.ROOT + "/fair";
    static final String CUSTOMERS = PeopleFrame.ROOT + "/customers";

    static final List<PeopleTab> ALL = List.of(
            new PeopleTab("league", PeopleFrame.ROOT),
            new PeopleTab("fair", FAIR),
            new PeopleTab("stages", STAGES),
            new PeopleTab("effort", EFFORT),
            new PeopleTab("customers", CUSTOMERS));
}
