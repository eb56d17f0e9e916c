package io.lijevak.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.RecordNotFound;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Role;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Several views on one page: whose, in which order, and what others see of them. */
@LijevakTest
class DashboardsTests {
    @Autowired
    World world;

    @Autowired
    Dashboards dashboards;

    @Autowired
    KeepDashboards keep;

    @Autowired
    KeepViews views;

    @Autowired
    MockMvc mvc;

    private CurrentUser ana;
    private CurrentUser ivan;

    @BeforeEach
    void begin() {
        world.reset();
        ana = world.user(Role.ADMINISTRATOR);
        ivan = world.user(Role.SALES_REP);
    }

    @Test
    void tilesStandInTheOrderTheyArePutIn() {
        var id = keep.make(all("Morning"), List.of(view("A"), view("B"), view("C")), ana);
        var tiles = dashboards.tiles(dashboards.require(id, ana), ana);
        var last = tiles.getLast().id();

        keep.move(id, last, -1, ana);
        assertThat(names(id, ana)).containsExactly("A", "C", "B");
        keep.place(id, last, 0, ana);
        assertThat(names(id, ana)).containsExactly("C", "A", "B");
        keep.move(id, last, -1, ana);
        keep.place(id, tiles.getFirst().id(), 99, ana);
        assertThat(names(id, ana)).containsExactly("C", "B", "A");
        keep.take(id, last, ana);
        assertThat(names(id, ana)).containsExactly("B", "A");
        assertThatThrownBy(() -> keep.move(id, last, 1, ana)).isInstanceOf(RecordNotFound.class);
    }

    @Test
    void othersSeeOfASharedDashboardTheViewsSharedWithThem() throws Exception {
        var own = views.save("/deals", Question.of("q=mine"), ViewDays.MOVING, owners("Own"), ana);
        var id = keep.make(all("Morning"), List.of(view("Shared"), own), ana);
        var alone = keep.make(owners("Alone"), List.of(), ana);

        assertThat(dashboards.all(ivan)).extracting(Dashboard::name).containsExactly("Morning");
        var page = text(get("/dashboards/" + id), ivan);
        assertThat(page)
                .contains(">Shared</a>", "data-tile-of=\"/deals?q=Shared\"", "This view is not shared with you")
                .doesNotContain("q=mine", "data-move=");
        assertThat(text(get("/dashboards/" + id), ana)).contains("q=mine", "data-move=", "Add the view");
        assertThat(ask(get("/dashboards/" + alone), ivan).getStatus()).isEqualTo(404);
        assertThatThrownBy(() -> keep.add(id, own, ivan)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> keep.make(all("Stolen"), List.of(own), ivan)).isInstanceOf(InvalidInput.class);
        assertThat(text(get("/palette?q=morn"), ivan)).contains("/dashboards/" + id);
    }

    @Test
    void isMadeChangedAndRemovedOnItsPages() throws Exception {
        assertThat(text(get("/dashboards"), ana)).contains("No dashboard yet");
        var made = ask(post("/dashboards").param("name", "A & <b>").param("audience", "OWNER"), ana);
        assertThat(made.getRedirectedUrl()).isEqualTo("/dashboards/1");
        assertThat(text(get("/dashboards/1"), ana)).contains("A &amp; &lt;b", "No view stands here yet");
        var view = view("A");
        ask(post("/dashboards/1/tiles").param("view", Long.toString(view)), ana);
        ask(post("/dashboards/1/tiles/1/place").param("to", "0"), ana);
        assertThat(text(get("/dashboards/1"), ana)).contains("data-tile-part=\"main .table-wrap\"");
        ask(post("/dashboards/1").param("name", "B").param("audience", "ALL").param("version", "0"), ana);
        assertThat(ask(post("/dashboards/1").param("name", "C").param("version", "0"), ana)
                        .getStatus())
                .isEqualTo(409);

        views.remove(view, ana);
        assertThat(text(get("/dashboards"), ivan)).contains(">B</a>", "no view");
        assertThat(ask(post("/dashboards/1/removal"), ivan).getStatus()).isEqualTo(403);
        assertThat(ask(post("/dashboards/1/removal"), ana).getRedirectedUrl()).isEqualTo("/dashboards");
        assertThat(dashboards.all(ana)).isEmpty();
    }

    @Test
    void programsMakeAndReadDashboards() throws Exception {
        var one = view("One");
        var two = view("Two");
        var made = mvc.perform(post("/api/v1/dashboards")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"name\": \"Both\", \"audience\": \"ALL\", \"views\": [" + two + ", " + one + "]}")
                        .with(world.bearer(ana.person())))
                .andReturn()
                .getResponse();

        assertThat(made.getStatus()).isEqualTo(201);
        assertThat(made.getContentAsString()).contains("\"views\":[" + two + "," + one + "]");
        assertThat(mvc.perform(get("/api/v1/dashboards").with(world.bearer(ivan.person())))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("\"name\":\"Both\"");
        change(
                        "{\"version\": 0, \"name\": \"Renamed\", \"audience\": \"ALL\", \"views\": [" + one + ", " + two
                                + "]}",
                        ana)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.name").value("Renamed"))
                .andExpect(jsonPath("$.views[0]").value(one));
        change("{\"version\": 0, \"name\": \"Late\"}", ana).andExpect(status().isConflict());
        change("{\"version\": 1, \"name\": \"\"}", ana).andExpect(status().isUnprocessableContent());
        change("{\"version\": 1, \"name\": \"Taken over\"}", ivan).andExpect(status().isForbidden());
    }

    private ResultActions change(String body, CurrentUser by) throws Exception {
        return mvc.perform(put("/api/v1/dashboards/1")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .with(world.bearer(by.person())));
    }

    private long view(String name) {
        return views.save("/deals", Question.of("q=" + name), ViewDays.MOVING, all(name), ana);
    }

    private List<String> names(long id, CurrentUser viewer) {
        return dashboards.tiles(dashboards.require(id, viewer), viewer).stream()
                .map(tile -> Objects.requireNonNull(tile.view()).name())
                .toList();
    }

    private static ViewDraft all(String name) {
        return new ViewDraft(name, Audience.ALL, null);
    }

    private static ViewDraft owners(String name) {
        return new ViewDraft(name, Audience.OWNER, null);
    }

    private String text(MockHttpServletRequestBuilder request, CurrentUser by) throws Exception {
        var answer = ask(request, by);
        assertThat(answer.getStatus()).isEqualTo(200);
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse ask(MockHttpServletRequestBuilder request, CurrentUser by) throws Exception {
        return mvc.perform(request.with(world.signedInAs(by.person())))
                .andReturn()
                .getResponse();
    }
}
