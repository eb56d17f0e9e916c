package io.lijevak;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test of the whole application on a real, initially empty PostgreSQL. All such tests share one context and one
 * database: call {@code World.reset()} first.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
@ContextConfiguration(initializers = LijevakTest.Database.class)
public @interface LijevakTest {

    class Database implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of(
                            "lijevak.db.url=" + TestServer.newDatabase(),
                            "lijevak.db.user=postgres",
                            "lijevak.db.password=postgres",
                            "lijevak.home=target/test-home/"
                                    + ProcessHandle.current().pid())
                    .applyTo(context);
            context.getBeanFactory().addBeanPostProcessor(new StatementCounter());
        }
    }
}
