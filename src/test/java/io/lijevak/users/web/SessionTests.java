package io.lijevak.users.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import io.lijevak.users.Role;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

@LijevakTest
class SessionTests {
    @Autowired
    World world;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    private Cookie session = new Cookie("SESSION", "none");

    @BeforeEach
    void signIn() {
        world.reset();
        session = world.session(world.person(Role.ADMINISTRATOR));
    }

    @Test
    void endsAfterHalfADayUnused() throws Exception {
        jdbc.sql("update person_session set seen_at = now() - interval '12 hours 1 minute'")
                .update();

        assertThat(show("/profile").getStatus()).isEqualTo(302);
    }

    @Test
    void endsWithTheDeactivationOfThePerson() throws Exception {
        jdbc.sql("update person set deactivated_at = now()").update();

        assertThat(show("/profile").getStatus()).isEqualTo(302);
    }

    @Test
    void keepsOfTheCookieOnlyAHash() {
        assertThat(jdbc.sql("select token_hash from person_session")
                        .query(String.class)
                        .single())
                .doesNotContain(session.getValue())
                .hasSize(64);
    }

    @Test
    void showsTheNoticeOfAChangeOnceAndOnlyOnItsPage() throws Exception {
        var changed = mvc.perform(post("/profile")
                        .with(csrf())
                        .cookie(session)
                        .param("name", "Ana")
                        .param("theme", "dark")
                        .param("language", "en")
                        .param("version", "1"))
                .andReturn()
                .getResponse();
        assertThat(changed.getRedirectedUrl()).isEqualTo("/profile");

        assertThat(show("/customers").getContentAsString()).doesNotContain("data-toast>");
        assertThat(show("/profile").getContentAsString()).contains("data-toast>");
        assertThat(show("/profile").getContentAsString()).doesNotContain("data-toast>");
    }

    private MockHttpServletResponse show(String path) throws Exception {
        return mvc.perform(get(path).cookie(session)).andReturn().getResponse();
    }
}
