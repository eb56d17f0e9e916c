package io.lijevak.funnel;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.lijevak.World;
import io.lijevak.funnel.FunnelWorld.Deal;
import io.lijevak.funnel.FunnelWorld.Visit;
import io.lijevak.users.PersonId;
import io.lijevak.users.Role;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Nine deals of a type with two stages, of Ana, of Ivan and of nobody; asks the pages of the matrix as Ana. */
@Component
class MatrixWorld {
    static final Instant TODAY = Instant.now().truncatedTo(ChronoUnit.DAYS);

    private final World world;
    private final JdbcClient jdbc;
    private final DealFacts facts;
    private final Formulas formulas;
    private final MockMvc mvc;
    private @Nullable People people;
    private long first;
    private long type;

    private record People(PersonId head, PersonId rep) {}

    MatrixWorld(World world, JdbcClient jdbc, DealFacts facts, Formulas formulas, MockMvc mvc) {
        this.world = world;
        this.jdbc = jdbc;
        this.facts = facts;
        this.formulas = formulas;
        this.mvc = mvc;
    }

    void found() {
        world.reset();
        var team = world.team("North");
        var head = world.person("Ana Marušić", Role.ADMINISTRATOR);
        var rep = world.person("Ivan Perić", Role.SALES_REP, team, null);
        people = new People(head, rep);
        var rows = new FunnelWorld(jdbc);
        first = rows.stage("Contact", 1);
        var second = rows.stage("Offer", 2);
        type = rows.type("Sale", List.of(first, second));
        for (var i = 0; i < 9; i++) {
            var owner = i % 3 == 0 ? null : i % 3 == 1 ? rep.value() : head.value();
            var outcome = i < 4 ? "WON" : i < 7 ? "LOST" : "OPEN";
            var entered = TODAY.minus(20, ChronoUnit.DAYS);
            var moved = TODAY.minus(10, ChronoUnit.DAYS);
            var closed = outcome.equals("OPEN") ? null : TODAY.minus(5, ChronoUnit.DAYS);
            var amount = new BigDecimal("100.00");
            rows.deal(
                    new Deal(type, second, outcome, owner, null, null, amount, entered, closed),
                    List.of(
                            new Visit(first, entered, moved, "ADVANCED", amount, amount, entered, moved),
                            new Visit(
                                    second,
                                    moved,
                                    closed,
                                    outcome,
                                    amount,
                                    closed == null ? null : amount,
                                    moved,
                                    closed)));
        }
        facts.rebuild();
    }

    PersonId head() {
        return Objects.requireNonNull(people).head();
    }

    PersonId rep() {
        return Objects.requireNonNull(people).rep();
    }

    /** The first stage. */
    long first() {
        return first;
    }

    long type() {
        return type;
    }

    String formula(String name, String text, String format) {
        return formulas.add(new Formulas.Draft(name, text, NamedFormula.Format.valueOf(format)), world.user(head()))
                .key();
    }

    String page(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(world.signedInAs(head())))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    String file(String address) throws Exception {
        return page(get(address));
    }
}
