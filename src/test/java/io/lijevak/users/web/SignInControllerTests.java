package io.lijevak.users.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import io.lijevak.users.PersonId;
import io.lijevak.users.RegisterFirstAdministrator;
import io.lijevak.users.Role;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

@LijevakTest
class SignInControllerTests {
    private static final String EMAIL = "ana@galeb.example";
    private static final String PASSWORD = "more je plavo";

    @Autowired
    World world;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RegisterFirstAdministrator administrator;

    PersonId ana = new PersonId(0);

    @BeforeEach
    void reset() {
        world.reset();
        ana = administrator.as("Ana Marušić", EMAIL, PASSWORD, "en");
    }

    @Test
    void opensTheDoorWithTheRightPassword() throws Exception {
        var answer = enter(EMAIL, PASSWORD, "/deals?stage=3");

        assertThat(answer.getRedirectedUrl()).isEqualTo("/deals?stage=3");
        assertThat(profileStatus(answer.getCookie("SESSION"))).isEqualTo(200);
    }

    @Test
    void answersAnUnknownAccountLikeAWrongPassword() throws Exception {
        var wrong = enter(EMAIL, "not the password", "");
        var unknown = enter("nobody@galeb.example", "not the password", "");

        assertThat(wrong.getStatus()).isEqualTo(unknown.getStatus()).isEqualTo(422);
        assertThat(wrong.getContentAsString()).contains("Još 4 pokušaja");
        assertThat(unknown.getContentAsString()).contains("Još 4 pokušaja");
    }

    @Test
    void makesTheGuesserWaitButNotTheOwnerElsewhere() throws Exception {
        for (int i = 0; i < 5; i++) {
            enter(EMAIL, "wrong " + i, "");
        }

        assertThat(enter(EMAIL, PASSWORD, "").getStatus()).isEqualTo(429);
        assertThat(enterFrom("203.0.113.9").getStatus()).isEqualTo(302);
    }

    @Test
    void givesANewSessionAtSignIn() throws Exception {
        var planted = world.session(world.person(Role.READER));

        var answer = mvc.perform(post("/sign-in")
                        .with(csrf())
                        .cookie(planted)
                        .param("email", EMAIL)
                        .param("password", PASSWORD))
                .andReturn()
                .getResponse();

        assertThat(String.valueOf(answer.getCookie("SESSION").getValue())).isNotEqualTo(planted.getValue());
        assertThat(profileStatus(planted)).isEqualTo(302);
    }

    @Test
    void endsTheSessionAtSignOut() throws Exception {
        var session = world.session(ana);

        mvc.perform(post("/sign-out").with(csrf()).cookie(session));

        assertThat(profileStatus(session)).isEqualTo(302);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "/\\evil.example",
                "https:evil.example",
                "https://evil.example",
                "/\t/evil",
                "\\",
                "",
                "/a\r\nSet-Cookie: x=1",
                "javascript:alert(1)"
            })
    void neverRedirectsElsewhere(String next) throws Exception {
        assertThat(enter(EMAIL, PASSWORD, next).getRedirectedUrl()).isEqualTo("/");
    }

    private int profileStatus(Cookie session) throws Exception {
        return mvc.perform(get("/profile").cookie(session))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private MockHttpServletResponse enter(String email, String password, String next) throws Exception {
        return mvc.perform(post("/sign-in")
                        .with(csrf())
                        .param("email", email)
                        .param("password", password)
                        .param("next", next))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse enterFrom(String address) throws Exception {
        return mvc.perform(post("/sign-in")
                        .with(csrf())
                        .with(request -> {
                            request.setRemoteAddr(address);
                            return request;
                        })
                        .param("email", EMAIL)
                        .param("password", PASSWORD))
                .andReturn()
                .getResponse();
    }
}
