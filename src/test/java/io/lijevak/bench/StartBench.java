package io.lijevak.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/** From the command to the line that says it is ready, and the memory it then holds. */
final class StartBench {
    private static final Path HOME = Path.of("target/bench/start");

    List<Measured> run() throws Exception {
        FileSystemUtils.deleteRecursively(HOME);
        var results = new ArrayList<Measured>();
        for (var which : List.of("first start, with the demo company", "second start", "third start")) {
            results.add(start(which));
        }
        return results;
    }

    private static Measured start(String which) throws IOException, InterruptedException {
        var builder = new ProcessBuilder("bin/run", "--demo").redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(Map.of("LIJEVAK_HOME", HOME.toString(), "LIJEVAK_PORT", "18099"));
        var begin = System.nanoTime();
        var process = builder.start();
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream()))) {
            String line;
            while ((line = lines.readLine()) != null && !line.contains("is ready")) {}
            var seconds = (System.nanoTime() - begin) / 1e9;
            var java = residentMegabytes(process.pid());
            var postgres = process.descendants()
                    .mapToLong(child -> residentMegabytes(child.pid()))
                    .sum();
            return Measured.of(
                    which,
                    "seconds",
                    Measured.round(seconds),
                    "JVM MB",
                    java,
                    "PostgreSQL MB (shared counted again)",
                    postgres);
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private static long residentMegabytes(long pid) {
        try (var lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .sum();
        } catch (IOException e) {
            return 0;
        }
    }
}
