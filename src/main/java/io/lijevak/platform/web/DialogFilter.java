package io.lijevak.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells the script that sent the form of a dialog where the page is to go on, instead of redirecting the script: a
 * redirected script would read the page that is meant for the reader, and use up its toast.
 */
@Component
class DialogFilter extends OncePerRequestFilter {
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !"dialog".equals(request.getHeader("X-Requested-With"));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, new Onwards(response));
    }

    private static final class Onwards extends HttpServletResponseWrapper {
        Onwards(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void sendRedirect(String location) {
            setHeader("X-Onwards", location);
            setStatus(HttpStatus.NO_CONTENT.value());
        }
    }
}
