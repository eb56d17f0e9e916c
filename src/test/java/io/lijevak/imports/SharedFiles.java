package io.lijevak.imports;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** Real files kept outside the checkout; a test that needs one is skipped where they are not. */
public final class SharedFiles {
    private SharedFiles() {}

    public static Path get(String name) {
        var root = Optional.ofNullable(System.getenv("LIJEVAK_SHARED_DATA"))
                .map(Path::of)
                .orElse(Path.of("../shared/data"));
        var file = root.resolve(name);
        Assumptions.assumeTrue(Files.exists(file), () -> "left out, no file " + file);
        return file;
    }
}
