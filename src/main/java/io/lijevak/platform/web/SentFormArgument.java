package io.lijevak.platform.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Hands what was sent to handlers that take a {@link SentForm}. */
final class SentFormArgument implements HandlerMethodArgumentResolver {
    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == SentForm.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var input = new LinkedMultiValueMap<String, String>();
        request.getParameterMap().forEach((name, typed) -> {
            for (var value : typed) {
                input.add(name, value);
            }
        });
        var response = Objects.requireNonNull(request.getNativeResponse(HttpServletResponse.class));
        return SentForm.of(Form.of(input), response);
    }
}
