package io.lijevak.operations;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Opens a page or two and ends the process in good order, so that the JVM writes its start-up cache and no database
 * server stays behind.
 */
@Component
@ConditionalOnProperty("lijevak.training")
class TrainingRun {
    private static final List<String> PAGES = List.of("/", "/sign-in", "/css/app.css", "/actuator/health");
    private final RestOfStart rest;

    TrainingRun(RestOfStart rest) {
        this.rest = rest;
    }

    @EventListener
    void train(ApplicationReadyEvent ready) throws IOException, InterruptedException {
        var port = ready.getApplicationContext().getEnvironment().getProperty("local.server.port");
        try (var browser =
                HttpClient.newBuilder().followRedirects(Redirect.NORMAL).build()) {
            for (var page : PAGES) {
                var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + page))
                        .build();
                browser.send(request, BodyHandlers.discarding());
            }
        }
        rest.await();
        ready.getApplicationContext().close();
    }
}
