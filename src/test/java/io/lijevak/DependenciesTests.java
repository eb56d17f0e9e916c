package io.lijevak;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Nothing enters the build without a reason and a licence. */
class DependenciesTests {
    private static final Pattern ARTIFACT = Pattern.compile("<artifactId>([^<*]+)</artifactId>");

    @Test
    void everyDependencyHasItsReasonAndLicence() {
        var listed = Sources.read(Path.of("docs/dependencies.md"));
        var unlisted = new TreeSet<String>();
        var artifacts = ARTIFACT.matcher(Sources.read(Path.of("pom.xml")));
        while (artifacts.find()) {
            if (!listed.contains("`" + artifacts.group(1) + "`")
                    && !artifacts.group(1).equals("lijevak")) {
                unlisted.add(artifacts.group(1));
            }
        }

        assertThat(unlisted)
                .as("Add a line with reason and licence to docs/dependencies.md")
                .isEmpty();
    }

    @Test
    void nothingIsListedThatTheBuildDoesNotUse() {
        var pom = Sources.read(Path.of("pom.xml"));
        var names = Pattern.compile("`([a-zA-Z0-9_.-]+)`");
        var gone = new TreeSet<String>();
        for (var line : Sources.read(Path.of("docs/dependencies.md")).lines().toList()) {
            var cell = line.startsWith("| `") ? line.split("\\|")[1] : "";
            names.matcher(cell).results().map(match -> match.group(1)).forEach(gone::add);
        }
        gone.removeIf(name -> pom.contains("<artifactId>" + name + "</artifactId>"));

        assertThat(gone).as("Delete these lines of docs/dependencies.md").isEqualTo(new TreeSet<>(List.of()));
    }
}
