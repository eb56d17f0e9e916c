package io.lijevak.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * Lets an upload that the server will not read come as far as its form, which then says why: the container refuses every
 * parameter of such a request, even those of its address, and security would end it with a bare error.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class UnreadBodyFilter extends OncePerRequestFilter {
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var type = request.getContentType();
        return type == null || !type.startsWith("multipart/");
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new Readable(request), response);
    }

    /** A request whose address can be read although its body cannot. */
    private static final class Readable extends HttpServletRequestWrapper {
        Readable(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getParameter(String name) {
            return read(() -> super.getParameter(name), () -> address().getFirst(name));
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return read(() -> super.getParameterValues(name), () -> {
                var values = address().get(name);
                return values == null ? null : values.toArray(String[]::new);
            });
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            var known = read(super::getParameterMap, Map::<String, String[]>of);
            return known == null ? Map.of() : known;
        }

        private static <T> @Nullable T read(Supplier<@Nullable T> whole, Supplier<@Nullable T> otherwise) {
            try {
                return whole.get();
            } catch (IllegalStateException e) {
                return otherwise.get();
            }
        }

        private MultiValueMap<String, String> address() {
            var values = new LinkedMultiValueMap<String, String>();
            UriComponentsBuilder.newInstance()
                    .query(getQueryString())
                    .build()
                    .getQueryParams()
                    .forEach((name, given) -> given.stream()
                            .filter(value -> value != null)
                            .forEach(value -> values.add(name, UriUtils.decode(value, "UTF-8"))));
            return values;
        }
    }
}
