package io.lijevak.users.web;

import io.lijevak.users.ApiTokens;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.MDC;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds who acts by the token of {@code Authorization: Bearer}. */
final class BearerFilter extends OncePerRequestFilter {
    private static final String SCHEME = "Bearer ";

    private final ApiTokens tokens;
    private final SecurityContextRepository contexts;

    BearerFilter(ApiTokens tokens, SecurityContextRepository contexts) {
        this.tokens = tokens;
        this.contexts = contexts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            tokens.owner(header.substring(SCHEME.length()).strip()).ifPresent(user -> {
                var context = new SecurityContextImpl(new Acting(user));
                SecurityContextHolder.setContext(context);
                contexts.saveContext(context, request, response);
            });
        }
        try (var via = MDC.putCloseable("via", "api")) {
            chain.doFilter(request, response);
        }
    }
}
