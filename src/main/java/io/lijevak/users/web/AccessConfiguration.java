package io.lijevak.users.web;

import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Open;
import io.lijevak.users.SignedIn;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Puts the access rules before every handler, and refuses to start with a handler that has none. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class AccessConfiguration implements WebMvcConfigurer {
    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(CurrentUser.class);
    }

    private final AccessInterceptor interceptor;

    AccessConfiguration(AccessInterceptor interceptor) {
        this.interceptor = interceptor;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(interceptor).order(Integer.MIN_VALUE);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CurrentUserArgument());
    }

    @Bean
    static SmartInitializingSingleton accessRulesCheck(RequestMappingHandlerMapping requestMappingHandlerMapping) {
        return () -> {
            var bare = requestMappingHandlerMapping.getHandlerMethods().values().stream()
                    .filter(handler -> !AccessInterceptor.isListed(handler) && !hasOneRule(handler))
                    .map(HandlerMethod::getShortLogMessage)
                    .collect(Collectors.joining(", "));
            if (!bare.isEmpty()) {
                throw new IllegalStateException("give each handler exactly one of @Allow, @SignedIn, @Open: " + bare);
            }
        };
    }

    private static boolean hasOneRule(HandlerMethod handler) {
        return Stream.of(Allow.class, SignedIn.class, Open.class)
                        .filter(handler::hasMethodAnnotation)
                        .count()
                == 1;
    }
}
