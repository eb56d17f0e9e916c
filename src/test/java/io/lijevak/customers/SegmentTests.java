package io.lijevak.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import io.lijevak.customers.SegmentFillings.Preview;
import io.lijevak.deals.CreateDeal;
import io.lijevak.deals.DealTerms;
import io.lijevak.deals.DealWorld;
import io.lijevak.deals.NewDeal;
import io.lijevak.platform.Conflict;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.RecordNotFound;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Role;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.MockMvc;

/** Two deals of Uljara, one of Tvornica, one of Stara (archived), one of nobody. */
@LijevakTest
class SegmentTests {
    @Autowired
    World world;

    @Autowired
    DealWorld deals;

    @Autowired
    CreateCustomer create;

    @Autowired
    ArchiveCustomer archive;

    @Autowired
    CustomerList list;

    @Autowired
    Segments segments;

    @Autowired
    KeepSegments keep;

    @Autowired
    FillSegment fill;

    @Autowired
    CreateDeal open;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    private CurrentUser ana;
    private CurrentUser rep;
    private CustomerId uljara;
    private CustomerId tvornica;

    @BeforeEach
    void found() {
        ana = deals.found();
        rep = world.user(world.person("Ivo", Role.SALES_REP));
        uljara = create.from(new A("Uljara").of(ana.id()).fields(), ana).id();
        tvornica = create.from(new A("Tvornica").of(rep.id()).fields(), ana).id();
        var old = create.from(new A("Stara").of(ana.id()).fields(), ana);
        create.from(new A("Nitko").of(ana.id()).fields(), ana);
        for (var customer : new @Nullable CustomerId[] {uljara, uljara, tvornica, old.id(), null}) {
            var of = customer == null ? null : customer.value();
            var amount = new BigDecimal("1000.00");
            var terms = new DealTerms("Press", of, null, null, null, amount, "EUR", null, List.of());
            open.with(new NewDeal(deals.manual().id(), null, ana.id(), terms), ana);
        }
        archive.archive(old.id(), ana);
    }

    @Test
    void holdsTheCustomersOfExactlyTheDealsOfAListEachOnce() throws Exception {
        assertThat(fill.preview("deals", Map.of(), ana)).isEqualTo(new Preview(5, 1, 2, 1));

        var id = fill.intoNew(new Segment.Draft("Sajam", false), "deals", Map.of(), ana);

        assertThat(segments.require(id, ana).members()).isEqualTo(2);
        assertThat(names("where.segment", id, ana)).containsExactly("Tvornica", "Uljara");
        assertThat(names("where.segment.ne", id, ana)).containsExactly("Nitko");
        assertThat(names("where.segment.filled", "yes", ana)).containsExactly("Tvornica", "Uljara");
        mvc.perform(get("/api/v1/deals")
                        .param("where.customer.segment", Long.toString(id))
                        .with(world.bearer(ana.person())))
                .andExpect(jsonPath("$.items.length()").value(3));
        mvc.perform(get("/api/v1/funnel?view=active&where.customer.segment=" + id)
                        .with(world.bearer(ana.person())))
                .andExpect(jsonPath("$.totals.inWork.count").value(3));
        assertThatThrownBy(() -> fill.into(id, "deals", Map.of("q", "nema"), ana))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void undoTakesOutOnceThoseWhoCameInByIt() {
        var id = fill.intoNew(new Segment.Draft("Sajam", false), "customers", Map.of("q", "Uljara"), ana);
        var second = fill.into(id, "deals", Map.of(), ana);

        var filling = segments.fillings(segments.require(id, ana)).getFirst();
        assertThat(filling.found()).isEqualTo(2);
        assertThat(filling.added()).isEqualTo(1);
        fill.undo(id, second, ana);

        assertThat(names("where.segment", id, ana)).containsExactly("Uljara");
        assertThatThrownBy(() -> fill.undo(id, second, ana)).isInstanceOf(Conflict.class);
        keep.takeOut(id, uljara, ana);
        assertThat(names("where.segment", id, ana)).isEmpty();
    }

    @Test
    void tellsNothingOfCustomersAndSegmentsThatAreNotSeen() {
        var shared = fill.intoNew(new Segment.Draft("Sajam", true), "deals", Map.of(), ana);
        var own = fill.intoNew(new Segment.Draft("Moj", false), "deals", Map.of(), ana);

        assertThat(segments.page(rep, null, 50).items())
                .extracting(Segment::name, Segment::members)
                .containsExactly(tuple("Sajam", 1L));
        assertThat(segments.members(segments.require(shared, rep), rep, null, 50)
                        .items())
                .extracting(Segment.Member::name)
                .containsExactly("Tvornica");
        assertThat(names("where.segment", own, rep)).isEmpty();
        assertThat(names("where.segment", shared, rep)).containsExactly("Tvornica");
        assertThatThrownBy(() -> segments.require(own, rep)).isInstanceOf(RecordNotFound.class);
        assertThatThrownBy(() -> fill.into(shared, "customers", Map.of(), rep))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> keep.takeOut(shared, tvornica, rep)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void manyComeInOnceWhetherTheJobIsThereBeforeOrNot() {
        jdbc.sql("""
                insert into customer (kind, name, search_text, responsible_id)
                select 'COMPANY', 'Kupac ' || n, 'kupac', :ana from generate_series(1, :many) n""").param("ana", ana.id()).param("many", FillSegment.AT_ONCE).update();

        var id = fill.intoNew(new Segment.Draft("Svi", false), "customers", Map.of("q", "kupac"), ana);
        var first = segments.fillings(segments.require(id, ana)).getFirst();
        assertThat(first.isOver()).isTrue();
        var second = fill.into(id, "customers", Map.of(), ana);

        fill.perform(second, ana);
        fill.perform(second, ana);

        assertThat(segments.fillings(segments.require(id, ana)).getFirst().added())
                .isEqualTo(3);
        assertThat(segments.require(id, ana).members()).isEqualTo(FillSegment.AT_ONCE + 3);
    }

    @Test
    void isFilledAndRemovedOnPages() throws Exception {
        var signedIn = world.signedInAs(ana.person());
        mvc.perform(get("/deals").with(signedIn)).andExpect(content().string(containsString("/segments/from/deals")));
        mvc.perform(get("/deals?q=nema").with(signedIn))
                .andExpect(content().string(not(containsString("/segments/from/deals"))));
        mvc.perform(get("/segments/from/deals?q=Press").with(signedIn))
                .andExpect(content().string(containsString("name=\"q\" value=\"Press\"")))
                .andExpect(content().string(containsString("2 customers will be in the segment")))
                .andExpect(content().string(containsString("1 has no customer")));
        mvc.perform(post("/segments/from/deals").param("name", "Sajam").with(signedIn))
                .andExpect(status().is3xxRedirection());
        mvc.perform(post("/segments/from/deals").param("name", "sajam").with(signedIn))
                .andExpect(status().is(422));
        var id = segments.fillable(ana).getFirst().id();
        mvc.perform(get("/segments/" + id).with(signedIn)).andExpect(content().string(containsString("Tvornica")));
        mvc.perform(post("/views")
                        .param("at", "/deals?where.customer.segment.in=" + id + "%2C99")
                        .param("name", "Posao sajma")
                        .with(signedIn))
                .andExpect(status().is3xxRedirection());
        mvc.perform(get("/segments/" + id + "/removal").with(signedIn))
                .andExpect(content().string(containsString("Posao sajma")));
        mvc.perform(post("/segments/" + id + "/removal").with(signedIn)).andExpect(status().is3xxRedirection());
        assertThat(segments.fillable(ana)).isEmpty();
        assertThat(jdbc.sql("select count(*) from customer").query(Long.class).single())
                .isEqualTo(4);
    }

    @Test
    void isKeptByTheApi() throws Exception {
        var token = world.bearer(ana.person());
        mvc.perform(post("/api/v1/segments")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"name\":\"Sajam\",\"shared\":true}")
                        .with(token))
                .andExpect(status().isCreated());
        var id = segments.fillable(ana).getFirst().id();
        var here = "/api/v1/segments/" + id;
        mvc.perform(post(here + "/fillings")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"source\":\"deals\",\"filters\":{\"outcome\":\"perhaps\"}}")
                        .with(token))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[0].field").value("outcome"));
        mvc.perform(post(here + "/fillings")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"source\":\"deals\",\"filters\":{\"outcome\":\"open\"}}")
                        .with(token))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.added").value(2));
        mvc.perform(delete(here + "/members/" + tvornica).with(token)).andExpect(status().isNoContent());
        mvc.perform(get(here).with(token)).andExpect(jsonPath("$.members").value(1));
        mvc.perform(delete(here).with(token)).andExpect(status().isNoContent());
        mvc.perform(get(here).with(token)).andExpect(status().isNotFound());
    }

    private List<String> names(String parameter, Object value, CurrentUser viewer) {
        var filter = CustomerFilter.of(Map.of(parameter, value.toString()));
        return list.page(filter, viewer, null, 50).items().stream()
                .map(CustomerRow::name)
                .toList();
    }
}
