package io.lijevak.users.web;

import io.lijevak.users.PersonId;
import io.lijevak.users.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.stereotype.Component;

/** Opens a session for a person, always a new one so that nobody can have planted its id, and closes it. */
@Component
class Entrance {
    private final Sessions sessions;
    private final CookieCsrfTokenRepository csrfTokens;

    Entrance(Sessions sessions, CookieCsrfTokenRepository csrfTokens) {
        this.sessions = sessions;
        this.csrfTokens = csrfTokens;
    }

    void open(PersonId person, HttpServletRequest request, HttpServletResponse response) {
        end(request, response);
        SessionCookie.set(sessions.open(person), request, response);
    }

    void close(HttpServletRequest request, HttpServletResponse response) {
        end(request, response);
        SessionCookie.clear(request, response);
    }

    private void end(HttpServletRequest request, HttpServletResponse response) {
        var secret = SessionCookie.secret(request);
        if (secret != null) {
            sessions.close(secret);
        }
        csrfTokens.saveToken(null, request, response);
    }
}
