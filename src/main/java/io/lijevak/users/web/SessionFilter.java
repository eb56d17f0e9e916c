package io.lijevak.users.web;

import io.lijevak.users.CurrentUser;
import io.lijevak.users.CurrentUsers;
import io.lijevak.users.PersonId;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds who acts by the session, which holds nothing but the person's id. */
final class SessionFilter extends OncePerRequestFilter {
    /** The one attribute of a session, also its index in the database: the person's id as text. */
    static final String PERSON = FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME;

    private final CurrentUsers users;
    private final SecurityContextRepository contexts;

    SessionFilter(CurrentUsers users, SecurityContextRepository contexts) {
        this.users = users;
        this.contexts = contexts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        find(request).ifPresent(user -> {
            var context = new SecurityContextImpl(new Acting(user));
            SecurityContextHolder.setContext(context);
            contexts.saveContext(context, request, response);
        });
        chain.doFilter(request, response);
    }

    private Optional<CurrentUser> find(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null || !(session.getAttribute(PERSON) instanceof String id)) {
            return Optional.empty();
        }
        var user = users.find(PersonId.valueOf(id));
        if (user.isEmpty()) {
            session.invalidate();
        }
        return user;
    }
}
