package io.lijevak.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.lijevak.World;
import io.lijevak.operations.Founding.Beginning;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every page in every language, theme and width: translated, within the window, accessible, easy to hit. */
@Journey
@Import(World.class)
class LooksTests {
    /** Table whose first row stands for the variable in the address. */
    private static final Map<String, String> RECORDS = Map.of(
            "customers", "customer",
            "deals", "deal",
            "products", "product",
            "people", "person",
            "teams", "team",
            "stages", "stage",
            "deal-types", "deal_type");

    private static final Look SECOND_LANGUAGE = new Look("hr", false, 1280);
    private static final Look THIRD_LANGUAGE = new Look("ru", true, 390);
    private static Office office;

    @Autowired
    ApplicationContext context;

    @BeforeEach
    void openTheDemoCompanyOnce() {
        if (office == null) {
            office = Office.open(context, Beginning.DEMO);
        }
    }

    static Stream<Look> looks() {
        return Look.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("looks")
    void everyPageIsFitToBeUsed(Look look) {
        var flaws = new TreeSet<String>();
        try (var visitor = office.administrator(look)) {
            for (var path : pages()) {
                visitor.open(path);
                if (visitor.isPage()) {
                    visitor.screenshot(look + path.replaceAll("[/?&=]+", "_"));
                    visitor.flaws().forEach(flaw -> flaws.add(path + ": " + flaw));
                    if (look.language().equals("en") || look.equals(SECOND_LANGUAGE) || look.equals(THIRD_LANGUAGE)) {
                        visitor.barriers().forEach(flaw -> flaws.add(path + ": " + flaw));
                    }
                }
            }
        }
        try (var stranger = office.stranger(look)) {
            stranger.open("/sign-in?lang=" + look.language()).screenshot(look + "_sign-in");
            stranger.flaws().forEach(flaw -> flaws.add("/sign-in: " + flaw));
        }

        assertThat(flaws).isEmpty();
    }

    private List<String> pages() {
        var paths = new TreeSet<String>();
        context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .forEach(route -> {
                    var methods = route.getMethodsCondition().getMethods();
                    if (methods.isEmpty() || methods.contains(RequestMethod.GET)) {
                        paths.addAll(route.getPatternValues());
                    }
                });
        paths.removeIf(
                path -> path.startsWith("/api/")
                        || path.matches(
                                ".*\\.(csv|xlsx|json|yaml)|/error|/first-run|/sign-in|/live|.*/(events|export|errors).*|.*\\*.*"));
        return paths.stream()
                .map(this::withRecords)
                .filter(path -> !path.contains("{"))
                .toList();
    }

    private String withRecords(String path) {
        for (var record : RECORDS.entrySet()) {
            if (path.contains("/" + record.getKey() + "/{")) {
                return path.replaceFirst("\\{[^}]+}", String.valueOf(office.first(record.getValue())));
            }
        }
        return path;
    }
}
