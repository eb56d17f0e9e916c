package io.lijevak.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.support.GenericApplicationContext;

class RestOfStartTests {
    private final List<String> made = new ArrayList<>();

    @Test
    void whatNobodyAskedForIsMadeAfterTheStart() throws InterruptedException {
        try (var context = started()) {
            assertThat(made).containsExactly("begins");
            new RestOfStart(context).await();
            assertThat(made).containsExactly("begins", "first", "last");
        }
    }

    @Test
    void nothingIsMadeOnceTheApplicationStops() throws InterruptedException {
        var context = started();
        context.close();
        new RestOfStart(context).await();
        assertThat(made).containsExactly("begins");
    }

    /** Beans of which the second cannot be made, and one that begins with the application. */
    private GenericApplicationContext started() {
        var context = new GenericApplicationContext();
        context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor());
        context.registerBean(
                "filter",
                org.springframework.boot.LazyInitializationExcludeFilter.class,
                RestOfStart::beginsWithTheApplication);
        context.registerBean("first", String.class, () -> note("first"));
        context.registerBean("broken", String.class, () -> {
            throw new IllegalStateException("cannot be made");
        });
        context.registerBean("last", String.class, () -> note("last"));
        context.registerBean("begins", Begins.class, () -> {
            note("begins");
            return new Begins();
        });
        context.refresh();
        return context;
    }

    private String note(String name) {
        made.add(name);
        return name;
    }

    private static final class Begins implements SmartLifecycle {
        @Override
        public void start() {}

        @Override
        public void stop() {}

        @Override
        public boolean isRunning() {
            return true;
        }
    }
}
