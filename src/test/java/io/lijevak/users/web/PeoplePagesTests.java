package io.lijevak.users.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import io.lijevak.users.Passwords;
import io.lijevak.users.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@LijevakTest
class PeoplePagesTests {
    private static final String ATTACK = "<img src=x onerror=alert(1)>";

    @Autowired
    World world;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Passwords passwords;

    @BeforeEach
    void reset() {
        world.reset();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/people",
                "/people?q=a&role=SALES_REP&state=ALL",
                "/people/new",
                "/people/1",
                "/people/options?q=a",
                "/people/teams",
                "/settings/roles",
                "/settings/roles?role=ADMINISTRATOR",
                "/profile"
            })
    void opensInWords(String address) throws Exception {
        world.team("North");
        var page = send(get(address), world.signedInAs(Role.ADMINISTRATOR));

        assertThat(page.getStatus()).isEqualTo(200);
        assertThat(page.getContentAsString()).doesNotContain("??");
    }

    @Test
    void aNewPersonIsASalesRepUnlessSaidOtherwise() throws Exception {
        var page =
                send(get("/people/new"), world.signedInAs(Role.ADMINISTRATOR)).getContentAsString();

        assertThat(page).contains("value=\"SALES_REP\" selected").doesNotContain("value=\"ADMINISTRATOR\" selected");
    }

    @Test
    void showsNamesAsText() throws Exception {
        var administrator = world.signedInAs(world.person(ATTACK, Role.ADMINISTRATOR));
        for (var address :
                new String[] {"/people", "/people/1", "/people/options?q=", "/profile", "/people?q=" + ATTACK}) {
            assertThat(send(get(address), administrator).getContentAsString())
                    .as(address)
                    .doesNotContain("<img src=x");
        }
    }

    @Test
    void formComesBackWithBothValuesAfterAConflict() throws Exception {
        var administrator = world.signedInAs(Role.ADMINISTRATOR);
        var rep = world.person("Rep", Role.SALES_REP);
        send(personForm(rep.value(), "Rep of theirs"), administrator);

        var conflict = send(personForm(rep.value(), "Rep of mine"), administrator);

        assertThat(conflict.getStatus()).isEqualTo(409);
        assertThat(conflict.getContentAsString()).contains("Rep of mine", "Now stored: Rep of theirs");
    }

    @Test
    void takesNothingButWhatTheFormAsks() throws Exception {
        var rep = world.person("Rep", Role.SALES_REP);

        send(
                post("/profile")
                        .param("version", "1")
                        .param("name", "Rep")
                        .param("theme", "dark")
                        .param("role", "ADMINISTRATOR")
                        .param("id", "999")
                        .param("email", "x@y.example")
                        .param("team_id", "1"),
                world.signedInAs(rep));

        assertThat(jdbc.sql("select role || coalesce(email, '') || theme from person where id = :id")
                        .param("id", rep.value())
                        .query(String.class)
                        .single())
                .isEqualTo("SALES_REPdark");
    }

    @Test
    void changingThePasswordAsksTheOldOneAndEndsOtherSessions() throws Exception {
        var rep = world.person(Role.SALES_REP);
        jdbc.sql("update person set password_hash = :hash, email = 'r@galeb.example'")
                .param("hash", passwords.hash("stara lozinka 1"))
                .update();
        var here = world.signedInAs(rep);
        world.session(rep);

        assertThat(send(passwordForm("wrong"), here).getStatus()).isEqualTo(422);
        assertThat(send(passwordForm("stara lozinka 1"), here).getStatus()).isEqualTo(302);
        assertThat(jdbc.sql("select count(*) from person_session")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(send(get("/profile"), here).getStatus()).isEqualTo(200);
    }

    @Test
    void tokenIsShownOnceAndWorksUntilRevoked() throws Exception {
        var rep = world.signedInAs(Role.SALES_REP);
        var page =
                send(post("/profile/tokens").param("tokenName", "robot"), rep).getContentAsString();
        var token = page.replaceAll("(?s).*(ljv_[\\w-]+).*", "$1");

        assertThat(apiStatus(token)).isEqualTo(200);
        assertThat(send(get("/profile"), rep).getContentAsString()).doesNotContain(token);
        assertThat(send(get("/profile/tokens"), rep).getRedirectedUrl()).isEqualTo("/profile#tokens");
        send(post("/profile/tokens/1/revocation"), rep);
        assertThat(apiStatus(token)).isEqualTo(401);
    }

    @Test
    void nobodyRevokesAnotherPersonsToken() throws Exception {
        send(post("/profile/tokens").param("tokenName", "robot"), world.signedInAs(Role.SALES_REP));

        var answer = send(post("/profile/tokens/1/revocation"), world.signedInAs(Role.ADMINISTRATOR));

        assertThat(answer.getStatus()).isEqualTo(404);
    }

    @Test
    void headSeesOnlyThePeopleReached() throws Exception {
        var head = world.person("Head", Role.HEAD_OF_SALES);
        var mine = world.person("Mine", Role.SALES_REP, null, head);
        var foreign = world.person("Foreign", Role.SALES_REP);

        assertThat(send(get("/people"), world.signedInAs(head)).getContentAsString())
                .contains("Mine")
                .doesNotContain("Foreign");
        assertThat(send(get("/people/" + mine), world.signedInAs(head)).getStatus())
                .isEqualTo(200);
        assertThat(send(get("/people/" + foreign), world.signedInAs(head)).getStatus())
                .isEqualTo(403);
    }

    private static MockHttpServletRequestBuilder personForm(long id, String name) {
        return post("/people/" + id).param("version", "1").param("name", name).param("role", "SALES_REP");
    }

    private static MockHttpServletRequestBuilder passwordForm(String old) {
        return post("/profile/password").param("old", old).param("password", "nova duga lozinka");
    }

    private int apiStatus(String token) throws Exception {
        return mvc.perform(get("/api/v1/me").header("Authorization", "Bearer " + token))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request, RequestPostProcessor who)
            throws Exception {
        return mvc.perform(request.with(who)).andReturn().getResponse();
    }
}
