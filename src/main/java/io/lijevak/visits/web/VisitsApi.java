package io.lijevak.visits.web;

import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.RecordNotFound;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Open;
import io.lijevak.users.Resource;
import io.lijevak.visits.CountVisits;
import io.lijevak.visits.Pace;
import io.lijevak.visits.Robots;
import io.lijevak.visits.Visit;
import io.lijevak.visits.Visits;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Visits of the company's site: told by its script, set from what was counted elsewhere, and read. */
@RestController
@RequestMapping("/api/v1/visits")
class VisitsApi {
    private static final int LARGEST = 4_000;
    private final CountVisits count;
    private final Visits visits;
    private final Pace pace;
    private final AskedPeriod periods;
    private final JsonMapper json;

    VisitsApi(CountVisits count, Visits visits, Pace pace, AskedPeriod periods, JsonMapper json) {
        this.count = count;
        this.visits = visits;
        this.pace = pace;
        this.periods = periods;
        this.json = json;
    }

    /** What the script tells. */
    record Begun(@Nullable String source, @Nullable String page) {
        Visit visit() {
            return new Visit(Objects.requireNonNullElse(source, ""), Objects.requireNonNullElse(page, ""));
        }
    }

    /** How many visits of a day began so. */
    record Counted(
            LocalDate day,
            @Nullable String source,
            @Nullable String page,
            long visits) {}

    /** The body comes as plain text, which a browser sends to another site without asking it first; the answer is for any site. */
    @PostMapping("/begun")
    @Open
    ResponseEntity<Void> begun(
            @RequestParam String site,
            @RequestHeader(name = HttpHeaders.USER_AGENT, defaultValue = "") String program,
            @RequestBody(required = false) @Nullable String body,
            HttpServletRequest request,
            HttpServletResponse response) {
        response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
        if (Robots.include(program)) {
            return ResponseEntity.noContent().build();
        }
        if (!pace.allows(request.getRemoteAddr())) {
            return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                    .header(HttpHeaders.RETRY_AFTER, "60")
                    .build();
        }
        if (!count.seen(site, read(body).visit())) {
            throw new RecordNotFound("site", site);
        }
        return ResponseEntity.noContent().build();
    }

    private Begun read(@Nullable String body) {
        if (body == null || body.length() > LARGEST) {
            throw InvalidInput.at("page", "visits.error.unreadable");
        }
        try {
            return json.readValue(body, Begun.class);
        } catch (JacksonException unreadable) {
            throw InvalidInput.at("page", "visits.error.unreadable");
        }
    }

    @PutMapping
    @Allow(resource = Resource.IMPORT, action = Action.CREATE)
    ResponseEntity<Void> set(@RequestBody Counted counted, CurrentUser user) {
        count.set(counted.day(), new Begun(counted.source(), counted.page()).visit(), counted.visits(), user);
        return ResponseEntity.noContent().build();
    }

    @GetMapping
    @Allow(resource = Resource.FUNNEL, action = Action.VIEW)
    Visits.Summary summary(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            CurrentUser user) {
        return visits.summary(periods.of(from, to), user);
    }
}
