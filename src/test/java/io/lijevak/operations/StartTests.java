package io.lijevak.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start that cannot succeed says why in a sentence, and ends with exit code 1. */
@Tag("drill")
class StartTests {
    @TempDir
    Path folder;

    @Test
    void refusesWrongSettingsWithASentenceEach() throws Exception {
        assertThat(outputOf(Map.of("LIJEVAK_HOME", home(), "LIJEVAK_PORT", "none", "LIJEVAK_API_TOKEN", "short")))
                .hasLineCount(2)
                .contains("LIJEVAK_PORT is 'none'")
                .contains("LIJEVAK_API_TOKEN must be at least 32");
    }

    @Test
    void saysThatTheNamedDatabaseCannotBeReached() throws Exception {
        assertThat(outputOf(Map.of(
                        "LIJEVAK_HOME", home(),
                        "LIJEVAK_DB_URL", "jdbc:postgresql://127.0.0.1:1/crm",
                        "LIJEVAK_DB_PASSWORD", "secret")))
                .hasLineCount(1)
                .contains("cannot be reached")
                .contains("start it, or correct jdbc:postgresql://127.0.0.1:1/crm");
    }

    private String home() {
        return folder.resolve("home").toString();
    }

    private String outputOf(Map<String, String> settings) throws Exception {
        var output = folder.resolve("output");
        var process = RunningLijevak.launch(output, settings);
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
        return Files.readString(output).strip();
    }
}
