package io.lijevak.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import io.lijevak.deals.DealWorld;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.NamedPeriod;
import io.lijevak.platform.RecordNotFound;
import io.lijevak.platform.StaleVersion;
import io.lijevak.properties.KeepProperties;
import io.lijevak.properties.NewProperty;
import io.lijevak.properties.PropertyDraft;
import io.lijevak.properties.PropertyType;
import io.lijevak.properties.RecordKind;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Role;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Questions under names: whose they are, what they ask as time goes by, and that they give nobody a right. */
@LijevakTest
class SavedViewsTests {
    @Autowired
    World world;

    @Autowired
    DealWorld deals;

    @Autowired
    SavedViews views;

    @Autowired
    KeepViews keep;

    @Autowired
    DefaultViews defaults;

    @Autowired
    KeepProperties properties;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    private CurrentUser ana;
    private CurrentUser ivan;
    private long north;

    @BeforeEach
    void begin() {
        ana = deals.found();
        north = world.team("North");
        ivan = world.user(world.person("Ivan", Role.SALES_REP, north, null));
    }

    @Test
    void oneOpensTheOwnViewsAndThoseSharedWithTheTeamOrWithAll() {
        var mine = save("Mine", Audience.OWNER, null, ana);
        save("Of the north", Audience.TEAM, north, ana);
        save("Of all", Audience.ALL, null, ana);
        var stranger = world.user(Role.SALES_REP);

        assertThat(names(ana)).containsExactly("Mine", "Of all", "Of the north");
        assertThat(names(ivan)).containsExactly("Of all", "Of the north");
        assertThat(names(stranger)).containsExactly("Of all");
        assertThatThrownBy(() -> views.require(mine, ivan)).isInstanceOf(RecordNotFound.class);
        assertThatThrownBy(() -> save("mine", Audience.OWNER, null, ana)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> save("Of none", Audience.TEAM, 99L, ana)).isInstanceOf(InvalidInput.class);
        assertThat(save("Mine", Audience.OWNER, null, ivan)).isPositive();
    }

    @Test
    void onlyTheOwnerAndAnAdministratorChangeAView() {
        var shared = save("Shared", Audience.ALL, null, ana);
        var ivans = save("Of Ivan", Audience.ALL, null, ivan);

        assertThatThrownBy(() -> keep.remove(shared, ivan)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> keep.overwrite(shared, 0, Question.of("q=x"), ViewDays.MOVING, ivan))
                .isInstanceOf(AccessDeniedException.class);
        keep.change(ivans, 0, new ViewDraft("Renamed", Audience.ALL, null), ana);
        assertThatThrownBy(() -> keep.change(ivans, 0, new ViewDraft("Late", Audience.ALL, null), ivan))
                .isInstanceOf(StaleVersion.class);

        assertThat(names(ivan)).containsExactly("Renamed", "Shared");
    }

    @Test
    void aViewIsAskedWithTheRightsOfWhoeverOpensIt() throws Exception {
        deals.open(ana);
        var list = keep.save("/deals", Question.of("q=press"), ViewDays.MOVING, all("Presses"), ana);
        var funnel = keep.save("/funnel", Question.of("view=active"), ViewDays.MOVING, all("Funnel"), ana);

        assertThat(text(views.require(list, ana).address(today()), ana)).contains("Press");
        assertThat(text(views.require(list, ivan).address(today()), ivan)).doesNotContain("/deals/1");
        assertThat(ask(get("/views/" + funnel), ivan).getRedirectedUrl()).startsWith("/funnel?view=active");
        jdbc.sql("delete from role_right where role = 'SALES_REP' and resource = 'FUNNEL'")
                .update();

        assertThat(ask(get("/views/" + funnel), ivan).getStatus()).isEqualTo(403);
        assertThat(ask(get("/funnel?view=active"), ivan).getStatus()).isEqualTo(403);
        assertThat(text(get("/views"), ivan)).contains("Presses").doesNotContain(">Funnel</a>\n<small");
        assertThat(text(get("/palette?q=funnel"), ivan)).doesNotContain("/views/" + funnel);
        assertThat(text(get("/palette?q=press"), ivan)).contains("/views/" + list);
    }

    @Test
    void keptDaysGiveTheSameNumbersAndNamedOnesMoveOn() throws Exception {
        deals.open(ana, null, "500.00");
        var yesterday = today().minusDays(1);
        var before = "view=active&rule=snapshot&asOf=" + yesterday;
        var kept = keep.save("/funnel", Question.of(before), ViewDays.FIXED, all("As it was"), ana);
        var period = NamedPeriod.LAST_MONTH.on(today());
        var moving = keep.save(
                "/funnel/matrix",
                Question.of("view=closed&measures=won&measures=lost&from=" + period.from() + "&to=" + period.to()),
                ViewDays.MOVING,
                all("Last month"),
                ana);

        var fixed = views.require(kept, ana);
        assertThat(fixed.question(today().plusYears(1))).isEqualTo(fixed.question(today()));
        assertThat(fixed.query()).contains("asOf=" + yesterday, "dealType=", "from=", "to=");
        assertThat(keep.save("/funnel", Question.of(""), ViewDays.FIXED, all("Now kept"), ana))
                .satisfies(id -> assertThat(views.require(id, ana).query()).contains("asOf=" + today(), "known=then"));
        var named = views.require(moving, ana);
        assertThat(named.period()).isEqualTo("last-month");
        assertThat(named.query()).contains("measures=won%2Clost").doesNotContain("asOf", "from");
        assertThat(named.address(today().plusMonths(1))).contains("from=" + today().withDayOfMonth(1));
        assertThat(text(fixed.address(today()), ana)).contains("value=\"" + yesterday + "\"");
    }

    @Test
    void aPageOpensWithTheOwnViewBeforeThatOfTheCompanyForWhoeverComesFromElsewhere() throws Exception {
        var company = keep.save("/deals", Question.of("q=company"), ViewDays.MOVING, all("Company"), ana);
        var own = keep.save("/deals", Question.of("q=own"), ViewDays.MOVING, all("Own"), ivan);
        assertThatThrownBy(() -> defaults.chooseForAll("/deals", company, ivan))
                .isInstanceOf(AccessDeniedException.class);
        defaults.chooseForAll("/deals", company, ana);

        assertThat(ask(get("/deals"), ivan).getRedirectedUrl()).startsWith("/deals?q=company#view=" + company);
        defaults.choose("/deals", own, ivan);
        assertThat(ask(get("/deals"), ivan).getRedirectedUrl()).startsWith("/deals?q=own#view=");
        assertThat(ask(get("/deals?q=x"), ivan).getStatus()).isEqualTo(200);
        assertThat(ask(get("/deals").header("Referer", "http://localhost/deals?q=own"), ivan)
                        .getStatus())
                .isEqualTo(200);
        assertThat(ask(get("/deals/board"), ivan).getStatus()).isEqualTo(200);
        defaults.choose("/deals", null, ivan);
        assertThat(ask(get("/deals"), ivan).getStatus()).isEqualTo(200);

        keep.change(company, 0, new ViewDraft("Company", Audience.OWNER, null), ana);
        assertThat(ask(get("/deals"), world.user(Role.SALES_REP)).getStatus()).isEqualTo(200);
    }

    @Test
    void aViewThatAsksNothingOpensThePageBareAlsoWhereItIsTheUsualOne() throws Exception {
        var bare = keep.save("/deals", Question.of(""), ViewDays.MOVING, all("All deals"), ana);
        defaults.choose("/deals", bare, ana);

        assertThat(ask(get("/deals"), ana).getStatus()).isEqualTo(200);
        var own = keep.save("/deals", Question.of("q=own"), ViewDays.MOVING, all("Own"), ana);
        defaults.choose("/deals", own, ana);
        assertThat(ask(get("/views/" + bare), ana).getRedirectedUrl())
                .isEqualTo("/deals?#view=" + bare + "&name=All%20deals");
        assertThat(ask(get(URI.create("/deals?")), ana).getStatus()).isEqualTo(200);
    }

    @Test
    void thePageShowsItsViewsAndWhetherTheQuestionWasChanged() throws Exception {
        assertThat(text(get("/views"), ana)).contains("No view is saved yet");
        assertThat(ask(post("/views").param("at", "/deals?q=a").param("name", " "), ana)
                        .getStatus())
                .isEqualTo(422);
        var saved = ask(post("/views").param("at", "/deals?q=a&next=3").param("name", "A & <b>"), ana);
        assertThat(saved.getRedirectedUrl()).isEqualTo("/deals?q=a#view=1&name=A%20%26%20%3Cb%3E");

        assertThat(text(get("/deals?q=a"), ana)).contains("data-views=\"/deals\"");
        assertThat(text(get("/views/menu").param("at", "/deals?q=a"), ana))
                .contains("A &amp; &lt;b>", "data-state=\"same\"", "Without a view");
        assertThat(text(get("/views/menu").param("at", "/deals?q=b").param("open", "1"), ana))
                .contains("data-state=\"changed\"", "Save the change to", "/views/1/question");
        assertThat(ask(post("/views/1/question").param("at", "/deals?q=b"), ana).getRedirectedUrl())
                .startsWith("/deals?q=b#");
        assertThat(text(get("/views"), ana)).contains("A &amp; &lt;b>", "Rename, share");
        assertThat(ask(get("/views/new").param("at", "https://elsewhere.example/"), ana)
                        .getStatus())
                .isEqualTo(404);
        assertThat(ask(post("/views/1/removal"), ana).getRedirectedUrl()).isEqualTo("/views");
        assertThat(names(ana)).isEmpty();
    }

    @Test
    void aConditionOnARetiredPropertyIsToldWhenTheViewIsOpened() throws Exception {
        var region = properties.add(
                new NewProperty(
                        RecordKind.CUSTOMER,
                        PropertyType.LIST,
                        null,
                        null,
                        null,
                        List.of("North"),
                        PropertyDraft.named("Region")),
                ana);
        var where = "q=gal&where.property.region=" + region.choices().getFirst().id();
        var view = keep.save("/customers", Question.of(where), ViewDays.MOVING, all("North"), ana);
        properties.retire(region.id(), true, ana);

        assertThat(text(views.require(view, ana).address(today()), ana)).contains("is retired", "gal");
    }

    @Test
    void programsSaveViewsToo() throws Exception {
        var made = json(post("/api/v1/views"), """
                {"name": "Closed", "address": "/funnel?view=closed", "days": "FIXED", "audience": "ALL"}""");
        assertThat(made.getStatus()).isEqualTo(201);
        assertThat(made.getContentAsString()).contains("\"days\":\"FIXED\"", "asOf=" + today());

        var changed = json(put("/api/v1/views/1"), """
                {"version": 0, "name": "Open", "address": "/funnel?view=active", "days": "MOVING"}""");
        assertThat(changed.getContentAsString())
                .contains("\"version\":2", "\"audience\":\"OWNER\"", "view=active", "\"period\":\"last-12-months\"");
        assertThat(json(put("/api/v1/views/1"), "{\"version\": 0, \"name\": \"Late\"}")
                        .getStatus())
                .isEqualTo(409);
        assertThat(json(put("/api/v1/views/1"), "{\"version\": 2, \"name\": \"Other\", \"address\": \"/deals\"}")
                        .getStatus())
                .isEqualTo(422);
        assertThat(json(post("/api/v1/views"), "{\"name\": \"Bad\", \"address\": \"/funnel?asOf=never\"}")
                        .getStatus())
                .isEqualTo(422);
        assertThat(json(get("/api/v1/views?page=/funnel"), "").getContentAsString())
                .contains("\"name\":\"Open\"");
        assertThat(json(delete("/api/v1/views/1"), "").getStatus()).isEqualTo(204);
    }

    private long save(String name, Audience audience, @Nullable Long team, CurrentUser by) {
        return keep.save("/deals", Question.of("q=a"), ViewDays.MOVING, new ViewDraft(name, audience, team), by);
    }

    private static ViewDraft all(String name) {
        return new ViewDraft(name, Audience.ALL, null);
    }

    private List<String> names(CurrentUser viewer) {
        return views.of("/deals", viewer).stream().map(SavedView::name).toList();
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Europe/Zagreb"));
    }

    private MockHttpServletResponse json(MockHttpServletRequestBuilder request, String body) throws Exception {
        return mvc.perform(request.with(world.bearer(ana.person()))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body))
                .andReturn()
                .getResponse();
    }

    private String text(MockHttpServletRequestBuilder request, CurrentUser by) throws Exception {
        var answer = ask(request, by);
        assertThat(answer.getStatus()).isEqualTo(200);
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    private String text(String address, CurrentUser by) throws Exception {
        return text(get(URI.create(address)), by);
    }

    private MockHttpServletResponse ask(MockHttpServletRequestBuilder request, CurrentUser by) throws Exception {
        return mvc.perform(request.with(world.signedInAs(by.person())))
                .andReturn()
                .getResponse();
    }
}
