package io.lijevak;

import static org.assertj.core.api.Assertions.assertThat;

import io.lijevak.platform.Companies;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@LijevakTest
class SkeletonTests {
    private static final Pattern APART = Pattern.compile(
            "(?m)^ *@(Import|TestPropertySource|DirtiesContext|ActiveProfiles|DynamicPropertySource|Mock\\w+|TestConfiguration)\\b");

    @Autowired
    World world;

    @Autowired
    Companies companies;

    @Test
    void startsOnAnEmptyDatabase() {
        world.reset();

        assertThat(companies.current().currency()).isEqualTo("EUR");
    }

    @Test
    void allTestsShareOneApplication() {
        var apart = Sources.files(Path.of("src/test/java"), ".java").stream()
                .filter(file -> APART.matcher(Sources.read(file)).find())
                .toList();

        assertThat(apart)
                .as("Take these annotations away: worlds are found without them, and each other set of them starts the"
                        + " application once more")
                .isEmpty();
    }
}
