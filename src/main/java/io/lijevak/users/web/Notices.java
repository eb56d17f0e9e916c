package io.lijevak.users.web;

import io.lijevak.users.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.FlashMapManager;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps what a change leaves for the page it redirects to in the row of the session, which is read anyhow: texts and
 * records of our own, as JSON.
 */
@Component(DispatcherServlet.FLASH_MAP_MANAGER_BEAN_NAME)
class Notices implements FlashMapManager {
    private static final Logger LOG = LoggerFactory.getLogger(Notices.class);
    private static final String OURS = "io.lijevak.";
    private final Sessions sessions;
    private final JsonMapper json;

    /** A value and the class it is read back as. */
    record Part(String type, JsonNode value) {}

    /** What is left, by name. */
    record Left(Map<String, Part> parts) {}

    Notices(Sessions sessions, JsonMapper json) {
        this.sessions = sessions;
        this.json = json;
    }

    @Override
    public @Nullable FlashMap retrieveAndUpdate(HttpServletRequest request, HttpServletResponse response) {
        var session = SessionFilter.session(request);
        return session == null || session.notice() == null ? null : read(session.notice());
    }

    @Override
    public void saveOutputFlashMap(FlashMap notice, HttpServletRequest request, HttpServletResponse response) {
        var session = SessionFilter.session(request);
        var path = notice.getTargetRequestPath();
        if (!notice.isEmpty() && session != null && path != null) {
            var parts = new HashMap<String, Part>();
            notice.forEach(
                    (name, value) -> parts.put(name, new Part(value.getClass().getName(), json.valueToTree(value))));
            sessions.leave(session.key(), path, json.writeValueAsString(new Left(parts)));
        }
    }

    /** A notice left by another release may not be readable: then there is none. */
    private @Nullable FlashMap read(String text) {
        try {
            var notice = new FlashMap();
            for (var part : json.readValue(text, Left.class).parts().entrySet()) {
                notice.put(part.getKey(), value(part.getValue()));
            }
            return notice;
        } catch (JacksonException | ClassNotFoundException e) {
            LOG.info("a notice could not be read: {}", e.toString());
            return null;
        }
    }

    private Object value(Part part) throws ClassNotFoundException {
        return part.type().startsWith(OURS)
                ? json.treeToValue(part.value(), Class.forName(part.type()).asSubclass(Record.class))
                : part.value().asString();
    }
}
