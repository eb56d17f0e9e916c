package io.lijevak;

import io.lijevak.users.Allow;
import io.lijevak.users.Open;
import io.lijevak.users.SignedIn;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** A way into the application, and what it takes to use it. */
public record Route(HttpMethod method, String pattern, RequestMappingInfo mapping, HandlerMethod handler) {

    /** All routes of our own handlers, by address. */
    public static List<Route> all(RequestMappingHandlerMapping mappings) {
        return mappings.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().getBeanType().getName().startsWith("io.lijevak."))
                .flatMap(entry -> entry.getKey().getPatternValues().stream()
                        .flatMap(pattern -> methods(entry.getKey()).stream()
                                .map(method -> new Route(method, pattern, entry.getKey(), entry.getValue()))))
                .sorted(Comparator.comparing(Route::pattern)
                        .thenComparing(route -> route.method().name())
                        .thenComparing(route -> route.mapping().toString()))
                .toList();
    }

    public @Nullable Allow allow() {
        return handler.getMethodAnnotation(Allow.class);
    }

    public boolean isOpen() {
        return handler.hasMethodAnnotation(Open.class) || ErrorController.class.isAssignableFrom(handler.getBeanType());
    }

    public boolean isForAnybodySignedIn() {
        return handler.hasMethodAnnotation(SignedIn.class)
                || handler.getBeanType().getName().startsWith("io.lijevak.platform.web.");
    }

    public boolean isApi() {
        return pattern.startsWith("/api/");
    }

    public boolean writes() {
        return method != HttpMethod.GET && method != HttpMethod.HEAD;
    }

    /** A request that reaches the handler, with 1 for every id. */
    public AbstractMockHttpServletRequestBuilder<?> request() {
        var address = pattern.replaceAll("\\{\\w+:([\\w-]+)(\\|[^}]*)?}", "$1")
                .replaceAll("\\{[^}]*}", "1")
                .replace("**", "1")
                .replace("*", "1");
        var types = mapping.getConsumesCondition().getConsumableMediaTypes();
        var multipart = types.contains(MediaType.MULTIPART_FORM_DATA);
        AbstractMockHttpServletRequestBuilder<?> request = multipart
                ? MockMvcRequestBuilders.multipart(method, address)
                : MockMvcRequestBuilders.request(method, address);
        if (!multipart && !types.isEmpty()) {
            request.contentType(types.iterator().next());
        }
        var accepted = mapping.getProducesCondition().getProducibleMediaTypes();
        if (!accepted.isEmpty()) {
            request.accept(accepted.iterator().next());
        }
        mapping.getParamsCondition().getExpressions().forEach(parameter -> {
            if (!parameter.isNegated()) {
                request.param(parameter.getName(), String.valueOf(parameter.getValue()));
            }
        });
        mapping.getHeadersCondition().getExpressions().forEach(header -> {
            if (!header.isNegated()) {
                request.header(header.getName(), String.valueOf(header.getValue()));
            }
        });
        return request;
    }

    @Override
    public String toString() {
        return method + " " + pattern;
    }

    private static List<HttpMethod> methods(RequestMappingInfo mapping) {
        var methods = mapping.getMethodsCondition().getMethods();
        return methods.isEmpty()
                ? List.of(HttpMethod.GET)
                : methods.stream()
                        .map(method -> HttpMethod.valueOf(method.name()))
                        .toList();
    }
}
