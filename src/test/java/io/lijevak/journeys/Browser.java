package io.lijevak.journeys;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The distribution's Chromium, started once for all journeys; without it they are left out, and say so. */
final class Browser {
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    /** The first of these that there is; the shell draws no window of its own and takes a fifth less time. */
    private static final List<String> NAMES =
            List.of("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome");

    private static com.microsoft.playwright.Browser running;

    private Browser() {}

    /** A window of a fresh profile on the server at the port, seen as the look says. */
    static Visitor visit(int port, Look look) {
        return new Visitor(start().newContext(look.options().setBaseURL("http://localhost:" + port)), port, look);
    }

    private static synchronized com.microsoft.playwright.Browser start() {
        var chromium = find();
        assumeTrue(
                chromium.isPresent(),
                "left out, no Chromium: install the distribution's package chromium, or set LIJEVAK_CHROMIUM");
        if (running == null) {
            var playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            running = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(chromium.get())
                            .setArgs(ARGUMENTS));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        }
        return running;
    }

    private static Optional<Path> find() {
        var named = Optional.ofNullable(System.getenv("LIJEVAK_CHROMIUM")).map(Path::of);
        var inPath = NAMES.stream()
                .flatMap(name -> Arrays.stream(System.getenv("PATH").split(":")).map(folder -> Path.of(folder, name)));
        return Stream.concat(named.stream(), inPath).filter(Files::isExecutable).findFirst();
    }
}
