package io.lijevak;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.lijevak.deals.DealWorld;
import io.lijevak.users.CurrentUser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** Lists of the API refuse a parameter that cannot be read, by its name and with what there is, instead of listing all. */
@Tag("external")
@LijevakTest
class FilterRefusalTests {
    @Autowired
    World world;

    @Autowired
    DealWorld deals;

    @Autowired
    MockMvc mvc;

    private CurrentUser ana;

    @BeforeEach
    void begin() {
        ana = deals.found();
    }

    @ParameterizedTest
    @CsvSource({
        "tasks, whose, 'mine, given, team'",
        "tasks, when, 'open, overdue, today, later, check, done'",
        "tasks, group, 'due, deal, stage'",
        "tasks, kind, 'process, manual, assignment'",
        "interactions, kind, 'note, call, meeting, email'",
        "interactions, state, 'planned, held, failed, cancelled'",
        "interactions, direction, 'incoming, outgoing'",
        "interactions, importance, 'low, normal, high'",
        "interactions, review, due",
        "interactions, sort, soonest",
        "complaints, state, 'open, closed'",
        "complaints, finding, 'justified, unjustified, withdrawn'",
        "complaints, urgency, 'low, normal, high'",
        "complaints, channel, in-person",
        "complaints, overdue, 'true, false'",
        "customers, kind, 'company, person'",
        "customers, lifecycle, 'prospect, lead, customer, lapsed'",
        "customers, sort, 'name, created, changed'",
        "customers, archived, 'true, false'",
        "products, archived, 'true, false'",
        "deals, known, 'now, then'",
        "deals, outcome, 'open, won, lost'",
        "deals, mark, results",
        "deals, risk, ''",
        "deals, sort, 'newest, title, amount, expected'",
        "worklist, outcome, 'open, won, lost'",
        "deals/losses, mark, results",
        "deals/documents, kind, delivery-note"
    })
    void namesTheParameterAndItsChoices(String list, String parameter, String choices) throws Exception {
        mvc.perform(get("/api/v1/" + list).param(parameter, "perhaps").with(world.bearer(ana.person())))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors.length()").value(1))
                .andExpect(jsonPath("$.errors[0].field").value(parameter))
                .andExpect(jsonPath("$.errors[0].message").value(containsString(choices)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tasks?person=ana",
                "tasks?deal=-1",
                "interactions?customer=ana",
                "interactions?since=2026-99-01",
                "complaints?until=soon",
                "complaints?deal=x",
                "customers?responsible=ana",
                "customers?silent=long",
                "products?group=all",
                "deals?type=first",
                "deals?closedTo=2026-13-01"
            })
    void refusesIdsAndDaysThatAreNone(String path) throws Exception {
        mvc.perform(get("/api/v1/" + path).with(world.bearer(ana.person()))).andExpect(status().is(422));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "customers",
                "products",
                "deals",
                "deals/documents",
                "deals/board",
                "deals/losses",
                "deals/unmet-demand",
                "worklist",
                "funnel",
                "funnel/matrix",
                "funnel/difference"
            })
    void takesNothingAlongWhenAConditionCannotBeUsed(String list) throws Exception {
        var administrator = world.signedInAs(ana.person());
        mvc.perform(get("/" + list + "/export.csv").with(administrator)).andExpect(status().isOk());
        mvc.perform(get("/" + list + "/export.csv?where.property.gone.eq=1").with(administrator))
                .andExpect(status().is(422));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tasks?whose=TEAM&when=done&kind=process&group=deal",
                "interactions?kind=Call&customer=none&deal=none&review=due",
                "complaints?channel=in-person&responsible=none&overdue=true&state=open",
                "customers?kind=COMPANY&sort=created&archived=true&silent=30&responsible=0",
                "products?archived=false",
                "deals?outcome=open&mark=results&sort=amount&customer=0&closedFrom=2026-01-31"
            })
    void takesWhatThereIs(String path) throws Exception {
        mvc.perform(get("/api/v1/" + path).with(world.bearer(ana.person()))).andExpect(status().isOk());
    }
}
