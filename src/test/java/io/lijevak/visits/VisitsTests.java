package io.lijevak.visits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.lijevak.LijevakTest;
import io.lijevak.Reader;
import io.lijevak.World;
import io.lijevak.platform.Companies;
import io.lijevak.users.PersonId;
import io.lijevak.users.Role;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Visits told by the site's script and set over the API: counted by day, source and page, by nobody who may not. */
@LijevakTest
class VisitsTests {
    private static final String BROWSER =
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36";

    @Autowired
    World world;

    @Autowired
    Site site;

    @Autowired
    Companies companies;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    @Autowired
    Reader reader;

    private PersonId ana;
    private LocalDate today;
    private String key;

    @BeforeEach
    void countVisits() throws Exception {
        world.reset();
        ana = world.person("Ana Marušić", Role.ADMINISTRATOR);
        today = LocalDate.now(companies.current().timeZone());
        mvc.perform(post("/visits/counting").with(world.signedInAs(ana))).andExpect(status().is3xxRedirection());
        key = site.key().orElseThrow();
    }

    private ResultActions begun(String site, String program, String body) throws Exception {
        return mvc.perform(post("/api/v1/visits/begun")
                .queryParam("site", site)
                .header("User-Agent", program)
                .header("Origin", "https://galeb.example")
                .header("Sec-Fetch-Site", "cross-site")
                .with(request -> {
                    request.setRemoteAddr("192.0.2." + Math.floorMod(body.hashCode(), 200));
                    return request;
                })
                .contentType(MediaType.TEXT_PLAIN)
                .content(body));
    }

    @Test
    void aVisitIsCountedByDaySourceAndFirstPage() throws Exception {
        begun(key, BROWSER, "{\"source\": \"Newsletter\", \"page\": \"/ponuda?utm_source=newsletter\"}")
                .andExpect(status().isNoContent())
                .andExpect(header().string("Cross-Origin-Resource-Policy", "cross-origin"));
        begun(key, BROWSER, "{\"source\": \"newsletter\", \"page\": \"/ponuda\"}")
                .andExpect(status().isNoContent());
        begun(key, BROWSER, "{\"page\": \"/\"}").andExpect(status().isNoContent());

        mvc.perform(get("/api/v1/visits").with(world.bearer(ana)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.all").value(3))
                .andExpect(jsonPath("$.days[0].of").value(today.toString()))
                .andExpect(jsonPath("$.sources[0].of").value("newsletter"))
                .andExpect(jsonPath("$.sources[0].visits").value(2))
                .andExpect(jsonPath("$.pages[0].of").value("/ponuda"));
        assertThat(reader.page("/visits", ana))
                .contains("newsletter", "3 visits")
                .doesNotContain("??");
    }

    @Test
    void robotsStrangersAndNonsenseAreNotCounted() throws Exception {
        begun(key, "Googlebot/2.1", "{\"page\": \"/\"}").andExpect(status().isNoContent());
        begun("another-key", BROWSER, "{\"page\": \"/b\"}").andExpect(status().isNotFound());
        begun(key, BROWSER, "no json").andExpect(status().is(422));
        begun(key, BROWSER, "{\"page\": \"" + "x".repeat(5_000) + "\"}").andExpect(status().is(422));
        mvc.perform(post("/visits/counting/end").with(world.signedInAs(ana)));
        begun(key, BROWSER, "{\"page\": \"/c\"}").andExpect(status().isNotFound());

        assertThat(visits("%")).isZero();
    }

    @Test
    void oneAddressTellsOfThirtyVisitsAMinuteAtMost() throws Exception {
        var told = 2 * Pace.MOST_OF_ONE + 5;
        var refused = 0;
        for (var i = 0; i < told; i++) {
            if (begun(key, BROWSER, "{\"page\": \"/fast\"}")
                            .andReturn()
                            .getResponse()
                            .getStatus()
                    == 429) {
                refused++;
            }
        }

        // another minute may begin meanwhile
        assertThat(refused).isGreaterThanOrEqualTo(5);
        assertThat(visits("%")).isEqualTo(told - refused);
    }

    @Test
    void beyondAThousandKindsADayVisitsCountWithoutSourceAndPage() throws Exception {
        jdbc.sql("insert into site_visit select :today, '', '/' || n, 1 from generate_series(1, 1000) n")
                .param("today", today)
                .update();
        begun(key, BROWSER, "{\"page\": \"/new\"}").andExpect(status().isNoContent());
        begun(key, BROWSER, "{\"page\": \"/7\"}").andExpect(status().isNoContent());

        assertThat(visits("")).isEqualTo(1);
        assertThat(visits("/new")).isZero();
        assertThat(visits("/7")).isEqualTo(2);
    }

    @Test
    void whatIsCountedElsewhereIsSetAndSetAgain() throws Exception {
        set("{\"day\": \"" + today + "\", \"source\": \"ads\", \"visits\": 7}").andExpect(status().isNoContent());
        set("{\"day\": \"" + today + "\", \"source\": \"ads\", \"visits\": 9}").andExpect(status().isNoContent());
        set("{\"day\": \"" + today.plusDays(2) + "\", \"visits\": 9}")
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[0].field").value("day"));
        set("{\"day\": \"" + today + "\", \"visits\": -1}")
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[0].field").value("visits"));

        assertThat(visits("%")).isEqualTo(9);
    }

    @Test
    void aNewKeyEndsTheOldOneAndTheScriptMayBeLoadedByOtherSites() throws Exception {
        mvc.perform(post("/visits/counting").with(world.signedInAs(ana)));

        begun(key, BROWSER, "{\"page\": \"/\"}").andExpect(status().isNotFound());
        assertThat(reader.page("/visits", ana))
                .contains("data-site=", site.key().orElseThrow());
        mvc.perform(get("/visits.js"))
                .andExpect(status().isOk())
                .andExpect(header().string("Cross-Origin-Resource-Policy", "cross-origin"));
    }

    @Test
    void thoseWhoMayNotChangeTheSystemSeeNoKey() throws Exception {
        assertThat(reader.page("/visits", world.person("Ivan Perić", Role.SALES_REP)))
                .doesNotContain("data-site=");
    }

    private ResultActions set(String body) throws Exception {
        return mvc.perform(put("/api/v1/visits")
                .with(world.bearer(ana))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    /** All visits that began at a page like it. */
    private long visits(String page) {
        return jdbc.sql("select coalesce(sum(visits), 0) from site_visit where page like :page")
                .param("page", page)
                .query(Long.class)
                .single();
    }
}
