package io.lijevak.funnel.web;

import io.lijevak.users.SignedIn;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The stream that tells open pages that something changed; they then ask for what they show. */
@Controller
class LiveController {
    private final LiveStream stream;

    LiveController(LiveStream stream) {
        this.stream = stream;
    }

    @GetMapping(path = "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @SignedIn
    SseEmitter live() {
        return stream.open();
    }
}
