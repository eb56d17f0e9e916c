package io.lijevak.views.web;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets pages open with the view that is usual there. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class ViewsConfiguration implements WebMvcConfigurer {
    private final UsualViewInterceptor usual;

    ViewsConfiguration(UsualViewInterceptor usual) {
        this.usual = usual;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(usual);
    }
}
