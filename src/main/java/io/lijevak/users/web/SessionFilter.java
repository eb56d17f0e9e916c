package io.lijevak.users.web;

import io.lijevak.users.Sessions;
import io.lijevak.users.Sessions.Session;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds who acts by the session: one statement reads it with the person and their rights. */
final class SessionFilter extends OncePerRequestFilter {
    private static final String SESSION = SessionFilter.class.getName() + ".SESSION";
    private final Sessions sessions;
    private final SecurityContextRepository contexts;

    SessionFilter(Sessions sessions, SecurityContextRepository contexts) {
        this.sessions = sessions;
        this.contexts = contexts;
    }

    /** The session of the request, null when nobody is signed in by one. */
    static @Nullable Session session(HttpServletRequest request) {
        return (Session) request.getAttribute(SESSION);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var secret = SessionCookie.secret(request);
        var session = secret == null ? null : sessions.find(secret, request.getRequestURI());
        if (session != null) {
            request.setAttribute(SESSION, session);
            var context = new SecurityContextImpl(new Acting(session.user()));
            SecurityContextHolder.setContext(context);
            contexts.saveContext(context, request, response);
        }
        chain.doFilter(request, response);
    }
}
