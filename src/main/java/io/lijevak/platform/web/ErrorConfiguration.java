package io.lijevak.platform.web;

import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the error pages after the advices, which know more, and before the framework's bare statuses. */
@Configuration(proxyBeanMethods = false)
class ErrorConfiguration implements WebMvcConfigurer {
    private final PageErrors errors;

    ErrorConfiguration(PageErrors errors) {
        this.errors = errors;
    }

    @Override
    public void extendHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
        resolvers.add(1, errors);
    }
}
