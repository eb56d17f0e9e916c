package io.lijevak.users.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/** The cookie that holds the secret of a session; scripts cannot read it, other sites' forms do not send it. */
final class SessionCookie {
    static final String NAME = "SESSION";

    private SessionCookie() {}

    static @Nullable String secret(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, NAME);
        return cookie == null || cookie.getValue().isEmpty() ? null : cookie.getValue();
    }

    static void set(String secret, HttpServletRequest request, HttpServletResponse response) {
        add(ResponseCookie.from(NAME, secret), request, response);
    }

    static void clear(HttpServletRequest request, HttpServletResponse response) {
        add(ResponseCookie.from(NAME, "").maxAge(Duration.ZERO), request, response);
    }

    private static void add(
            ResponseCookie.ResponseCookieBuilder cookie, HttpServletRequest request, HttpServletResponse response) {
        var built = cookie.path("/")
                .httpOnly(true)
                .sameSite("Lax")
                .secure(request.isSecure())
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, built.toString());
    }
}
