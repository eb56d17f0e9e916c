package io.lijevak.platform.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** An error of the API in the form of RFC 9457, with the path of each wrong field. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String title,
        int status,
        String detail,
        @Nullable String instance,
        @Nullable String requestId,
        List<At> errors) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What is wrong with one field; the path has dots and indexes, as in {@code items[2].price}. */
    public record At(String field, String message) {}

    public static Problem of(int status, String detail, List<At> errors) {
        var known = HttpStatus.resolve(status);
        var title = known == null ? "Error" : known.getReasonPhrase();
        return new Problem(title, status, detail, null, null, errors);
    }

    public void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var body = new Problem(title, status, detail, request.getRequestURI(), MDC.get("request"), errors);
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.getWriter().write(JSON.writeValueAsString(body));
    }
}
