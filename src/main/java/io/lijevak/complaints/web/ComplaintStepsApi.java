package io.lijevak.complaints.web;

import io.lijevak.complaints.ComplaintId;
import io.lijevak.complaints.Complaints;
import io.lijevak.complaints.EndComplaint;
import io.lijevak.platform.RecordNotFound;
import io.lijevak.process.RouteMap;
import io.lijevak.process.RouteMaps;
import io.lijevak.process.Subject;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where a complaint is on its route, ending it before its process does, and taking a closed one up again. */
@RestController
@RequestMapping("/api/v1/complaints/{id}")
class ComplaintStepsApi {
    private final Complaints complaints;
    private final EndComplaint end;
    private final RouteMaps maps;

    ComplaintStepsApi(Complaints complaints, EndComplaint end, RouteMaps maps) {
        this.complaints = complaints;
        this.end = end;
        this.maps = maps;
    }

    /** The map; {@code version} is that of the process. */
    record Answer(String process, int version, List<Point> points) {}

    /** A point; {@code arrival} identifies what somebody is asked to do there, or was last. */
    record Point(
            String id,
            String name,
            String kind,
            String state,
            @Nullable Long arrival,
            @Nullable String executor,
            @Nullable Instant dueAt,
            boolean overdue) {}

    @GetMapping("/route-map")
    @Allow(resource = Resource.COMPLAINT, action = Action.VIEW)
    Answer map(@PathVariable ComplaintId id, CurrentUser user) {
        complaints.require(id, user);
        return maps.of(new Subject("complaint", id.value()), user)
                .map(ComplaintStepsApi::answer)
                .orElseThrow(() -> new RecordNotFound("process run", id));
    }

    /** The customer withdrew it: {@code reason} says why. */
    @PostMapping("/closure")
    @Allow(resource = Resource.COMPLAINT, action = Action.ARCHIVE)
    ComplaintJson withdraw(@PathVariable ComplaintId id, @RequestBody ComplaintJson.Ending body, CurrentUser user) {
        end.withdraw(id, body.reason() == null ? "" : body.reason(), user);
        return ComplaintJson.of(complaints.require(id, user));
    }

    /** Begins the process anew. */
    @DeleteMapping("/closure")
    @Allow(resource = Resource.COMPLAINT, action = Action.ARCHIVE)
    ComplaintJson reopen(@PathVariable ComplaintId id, CurrentUser user) {
        end.reopen(id, user);
        return ComplaintJson.of(complaints.require(id, user));
    }

    private static Answer answer(RouteMap map) {
        var points = map.points().stream()
                .map(point -> new Point(
                        point.node().id(),
                        point.node().name(),
                        point.node().kind().name().toLowerCase(Locale.ROOT),
                        point.state().word(),
                        point.arrival(),
                        point.executor(),
                        point.dueAt(),
                        point.overdue()))
                .toList();
        return new Answer(map.route().process(), map.route().version(), points);
    }
}
