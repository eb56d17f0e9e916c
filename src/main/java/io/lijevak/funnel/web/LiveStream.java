package io.lijevak.funnel.web;

import io.lijevak.platform.Changes;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Sends the revision of the business data to every open page: at once when the page connects, then at most twice a
 * second when it grows. It holds no database connection; a comment every 15 seconds keeps the stream open.
 */
@Component
class LiveStream implements SmartLifecycle {
    private static final Duration OPEN_FOR = Duration.ofMinutes(30);
    private static final int HEARTBEAT_SECONDS = 15;
    private static final int GATHER_MILLIS = 500;
    private final Set<SseEmitter> pages = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean due = new AtomicBoolean();
    private final Changes changes;
    private volatile boolean running;
    private volatile ScheduledExecutorService sender = newSender();

    LiveStream(Changes changes) {
        this.changes = changes;
        changes.onChange(revision -> grown());
    }

    SseEmitter open() {
        var page = new SseEmitter(OPEN_FOR.toMillis());
        page.onCompletion(() -> pages.remove(page));
        page.onTimeout(page::complete);
        page.onError(failure -> pages.remove(page));
        pages.add(page);
        send(page, revision());
        return page;
    }

    @Override
    public void start() {
        if (sender.isShutdown()) {
            sender = newSender();
        }
        due.set(false);
        running = true;
        sender.scheduleWithFixedDelay(this::beat, HEARTBEAT_SECONDS, HEARTBEAT_SECONDS, TimeUnit.SECONDS);
    }

    /** Ends the streams before the web server waits for its requests to end. */
    @Override
    public void stop() {
        running = false;
        sender.shutdownNow();
        pages.forEach(SseEmitter::complete);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private static ScheduledExecutorService newSender() {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofVirtual().name("live").factory());
    }

    private void grown() {
        if (!pages.isEmpty() && due.compareAndSet(false, true) && !sender.isShutdown()) {
            sender.schedule(this::tell, GATHER_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void tell() {
        due.set(false);
        pages.forEach(page -> Thread.startVirtualThread(() -> send(page, revision())));
    }

    private void beat() {
        pages.forEach(page ->
                Thread.startVirtualThread(() -> send(page, SseEmitter.event().comment(""))));
    }

    private SseEmitter.SseEventBuilder revision() {
        return SseEmitter.event().name("revision").data(changes.revision());
    }

    private void send(SseEmitter page, SseEmitter.SseEventBuilder event) {
        try {
            page.send(event);
        } catch (IOException | IllegalStateException gone) {
            pages.remove(page);
        }
    }
}
