package io.lijevak.operations.web;

import io.lijevak.platform.Companies;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Leads every page to the first run as long as there is no company; the API answers that it is not ready. */
@Component
@Order(0)
class FirstRunGate extends OncePerRequestFilter {
    private static final List<String> OPEN =
            List.of("/first-run", "/css/", "/js/", "/images/", "/webjars/", "/favicon", "/actuator/", "/error");
    private static final String NOT_READY = """
            {"type":"about:blank","title":"Service Unavailable","status":503,\
            "detail":"This installation is not set up yet: open its address in a browser."}""";
    private final Companies companies;

    FirstRunGate(Companies companies) {
        this.companies = companies;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return OPEN.stream().anyMatch(request.getRequestURI()::startsWith)
                || companies.find().isPresent();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getRequestURI().startsWith("/api/")) {
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            response.setContentType("application/problem+json");
            response.getWriter().write(NOT_READY);
        } else {
            response.setStatus(HttpMethod.GET.matches(request.getMethod()) ? 302 : 303);
            response.setHeader("Location", "/first-run");
        }
    }
}
