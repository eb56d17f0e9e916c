package io.lijevak.platform.web;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/** Addresses of style sheets, scripts and images, each with the hash or version of its content, to be kept for good. */
@Component
class Assets {
    private final ResourceUrlProvider urls;
    private final Map<String, String> known = new ConcurrentHashMap<>();

    Assets(ResourceUrlProvider urls) {
        this.urls = urls;
    }

    /** The address of a file such as {@code /css/app.css}; a file that does not exist keeps its plain address. */
    String url(String path) {
        return known.computeIfAbsent(path, p -> {
            var found = urls.getForLookupPath(p);
            return found == null ? p : found;
        });
    }
}
