package io.lijevak;

import io.lijevak.operations.Commands;
import io.lijevak.platform.Settings;
import io.lijevak.platform.StartRefused;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.modulith.Modulithic;

/** The one process: web pages, JSON API, background jobs and, by default, the database it stores into. */
@Modulithic(systemName = "Lijevak")
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class Lijevak {
    private static final Map<String, Object> QUIET = Map.of(
            "spring.main.banner-mode", "off",
            "logging.threshold.console", "off",
            "logging.file.name", "${lijevak.home}/log/lijevak.log",
            "lijevak.announce", "true");

    /** Starts, or says in one sentence a problem what keeps it from starting and ends with exit code 1. */
    public static void main(String[] arguments) {
        var problems = Settings.problems(System.getenv());
        if (!problems.isEmpty()) {
            problems.forEach(System.err::println);
            System.exit(1);
        }
        try {
            var application = new SpringApplication(Lijevak.class);
            application.setLazyInitialization(true);
            if (arguments.length > 0 && !arguments[0].startsWith("-")) {
                System.exit(command(application, arguments) ? 0 : 1);
            }
            application.setDefaultProperties(QUIET);
            application.run(arguments);
        } catch (RuntimeException e) {
            System.err.println(sentence(e));
            System.exit(1);
        }
    }

    /** Runs beside the application: on its database server when that runs, and without pages and jobs. */
    private static boolean command(SpringApplication application, String... words) {
        if (!Commands.know(List.of(words))) {
            System.err.println(Commands.USAGE);
            return false;
        }
        var properties = new HashMap<>(QUIET);
        properties.put("lijevak.beside", "true");
        properties.put("lijevak.announce", "false");
        properties.put("logging.file.name", "${lijevak.home}/log/commands.log");
        properties.put("spring.flyway.enabled", "false");
        properties.put("db-scheduler.enabled", "false");
        application.setDefaultProperties(properties);
        application.setWebApplicationType(WebApplicationType.NONE);
        try (var context = application.run()) {
            var answer = context.getBean(Commands.class).to(List.of(words));
            (answer.done() ? System.out : System.err).println(answer.text());
            return answer.done();
        }
    }

    private static String sentence(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartRefused refused) {
                return String.valueOf(refused.getMessage());
            }
            if (cause instanceof PortInUseException taken) {
                return "Port " + taken.getPort()
                        + " is taken: stop the program that uses it, or set LIJEVAK_PORT to another one.";
            }
        }
        return "Lijevak did not start: the reason is at the end of log/lijevak.log in the home folder.";
    }
}
