package io.lijevak.views.web;

import io.lijevak.platform.Viewers;
import io.lijevak.users.CurrentUser;
import io.lijevak.views.DefaultViews;
import io.lijevak.views.ViewPages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Leads whoever comes to a page from elsewhere, without a question, to the view that it opens with. Who is on the page
 * already and takes the last filter away stays without.
 */
@Component
class UsualViewInterceptor implements HandlerInterceptor {
    private final ViewPages pages;
    private final DefaultViews defaults;
    private final Viewers viewers;

    UsualViewInterceptor(ViewPages pages, DefaultViews defaults, Viewers viewers) {
        this.pages = pages;
        this.defaults = defaults;
        this.viewers = viewers;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        var path = request.getRequestURI();
        if (!comes(request) || !(viewers.current().orElse(null) instanceof CurrentUser user)) {
            return true;
        }
        var usual = defaults.of(path, user).filter(view -> pages.isOpen(path, user));
        if (usual.isEmpty()) {
            return true;
        }
        var address = usual.get().address(path, pages.today());
        if (address.equals(path)) {
            return true;
        }
        response.sendRedirect(
                address + ViewAddress.fragment(usual.get().id(), usual.get().name()));
        return false;
    }

    private static boolean comes(HttpServletRequest request) {
        return request.getMethod().equals("GET")
                && request.getQueryString() == null
                && request.getHeader("HX-Request") == null
                && !request.getRequestURI().equals(path(request.getHeader(HttpHeaders.REFERER)));
    }

    private static @Nullable String path(@Nullable String referer) {
        try {
            return referer == null ? null : new URI(referer).getPath();
        } catch (URISyntaxException unreadable) {
            return null;
        }
    }
}
