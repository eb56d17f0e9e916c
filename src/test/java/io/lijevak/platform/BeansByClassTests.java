package io.lijevak.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.NoUniqueBeanDefinitionException;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

class BeansByClassTests {
    private final List<Class<?>> searched = new ArrayList<>();

    @Test
    void aBeanNamedAfterItsClassIsFoundWithoutASearch() {
        try (var context = started(Engine.class, Car.class)) {
            assertThat(searched).doesNotContain(Engine.class);
            assertThat(context.getBean(Car.class).engine).isSameAs(context.getBean(Engine.class));
        }
    }

    @Test
    void whatFitsTwiceIsStillRefused() {
        assertThatThrownBy(() -> started(Engine.class, Turbine.class, Ship.class))
                .hasRootCauseInstanceOf(NoUniqueBeanDefinitionException.class);
    }

    private AnnotationConfigApplicationContext started(Class<?>... beans) {
        var context = new AnnotationConfigApplicationContext(new Watched());
        context.setBeanNameGenerator(FullyQualifiedAnnotationBeanNameGenerator.INSTANCE);
        new BeansByClass().initialize(context);
        context.register(beans);
        context.refresh();
        return context;
    }

    private final class Watched extends DefaultListableBeanFactory {
        @Override
        public String[] getBeanNamesForType(Class<?> type, boolean nonSingletons, boolean eagerly) {
            searched.add(type);
            return super.getBeanNamesForType(type, nonSingletons, eagerly);
        }
    }

    interface Power {}

    static class Engine implements Power {}

    static class Turbine implements Power {}

    static class Car {
        private final Engine engine;

        Car(Engine engine) {
            this.engine = engine;
        }
    }

    static class Ship {
        Ship(Power power) {}
    }
}
