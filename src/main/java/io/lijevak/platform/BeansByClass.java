package io.lijevak.platform;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.DependencyDescriptor;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ContextAnnotationAutowireCandidateResolver;

/**
 * Makes the start shorter: a bean whose name is its class is found by that name where a constructor asks for the class.
 * Without it Spring holds every bean of the application against every class that is asked for.
 */
public final class BeansByClass implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        if (context.getBeanFactory() instanceof DefaultListableBeanFactory beans) {
            beans.setAutowireCandidateResolver(new ByClass());
        }
    }

    private static final class ByClass extends ContextAnnotationAutowireCandidateResolver {
        @Override
        public @Nullable String getSuggestedName(DependencyDescriptor dependency) {
            return Objects.requireNonNullElseGet(
                    super.getSuggestedName(dependency),
                    () -> dependency.getDependencyType().getName());
        }
    }
}
