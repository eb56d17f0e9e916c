package io.lijevak.users.web;

import io.lijevak.users.PersonId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.stereotype.Component;

/** Opens a session for a person, always a new one so that nobody can have planted its id, and closes it. */
@Component
class Entrance {
    private final CookieCsrfTokenRepository csrfTokens;

    Entrance(CookieCsrfTokenRepository csrfTokens) {
        this.csrfTokens = csrfTokens;
    }

    void open(PersonId person, HttpServletRequest request, HttpServletResponse response) {
        close(request, response);
        request.getSession(true).setAttribute(SessionFilter.PERSON, person.toString());
    }

    void close(HttpServletRequest request, HttpServletResponse response) {
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        csrfTokens.saveToken(null, request, response);
    }
}
