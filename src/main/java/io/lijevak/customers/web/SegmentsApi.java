package io.lijevak.customers.web;

import io.lijevak.customers.CustomerId;
import io.lijevak.customers.FillSegment;
import io.lijevak.customers.KeepSegments;
import io.lijevak.customers.Segment;
import io.lijevak.customers.SegmentSources;
import io.lijevak.customers.Segments;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.Slice;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Segments over the API; their customers are {@code GET /api/v1/customers?where.segment=id}. */
@RestController
@RequestMapping("/api/v1/segments")
class SegmentsApi {
    private final Segments segments;
    private final KeepSegments keep;
    private final FillSegment fill;
    private final SegmentSources sources;

    /** A segment to be made or changed; a change says the version it changes. */
    record Body(
            @Nullable Integer version,
            @Nullable String name,
            @Nullable Boolean shared) {
        Segment.Draft draft() {
            return new Segment.Draft(Objects.requireNonNullElse(name, ""), Boolean.TRUE.equals(shared));
        }
    }

    /** The list whose customers come in: {@code customers} or {@code deals} with the filters of its API. */
    record Fill(@Nullable String source, @Nullable Map<String, String> filters) {}

    SegmentsApi(Segments segments, KeepSegments keep, FillSegment fill, SegmentSources sources) {
        this.segments = segments;
        this.keep = keep;
        this.fill = fill;
        this.sources = sources;
    }

    @GetMapping
    @Allow(resource = Resource.CUSTOMER, action = Action.VIEW)
    Slice<Segment> list(
            @RequestParam(required = false) @Nullable String next,
            @RequestParam(defaultValue = "50") int limit,
            CurrentUser user) {
        return segments.page(user, next, Limits.sound(limit));
    }

    @GetMapping("/{id}")
    @Allow(resource = Resource.CUSTOMER, action = Action.VIEW)
    Segment get(@PathVariable long id, CurrentUser user) {
        return segments.require(id, user);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Allow(resource = Resource.CUSTOMER, action = Action.VIEW)
    Segment make(@RequestBody Body body, CurrentUser user) {
        return get(keep.make(body.draft(), user), user);
    }

    @PutMapping("/{id}")
    @Allow(resource = Resource.CUSTOMER, action = Action.VIEW)
    Segment change(@PathVariable long id, @RequestBody Body body, CurrentUser user) {
        var version = InvalidInput.required("version", body.version());
        keep.change(id, version, body.draft(), user);
        return get(id, user);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allow(resource = Resource.CUSTOMER, action = Action.VIEW)
    void remove(@PathVariable long id, CurrentUser user) {
        keep.remove(id, user);
    }

    @GetMapping("/{id}/fillings")
    @Allow(resource = Resource.CUSTOMER, action = Action.VIEW)
    List<Segment.Filling> fillings(@PathVariable long id, CurrentUser user) {
        return segments.fillings(segments.require(id, user));
    }

    @PostMapping("/{id}/fillings")
    @ResponseStatus(HttpStatus.CREATED)
    @Allow(resource = Resource.CUSTOMER, action = Action.VIEW)
    Segment.Filling fill(@PathVariable long id, @RequestBody Fill body, CurrentUser user) {
        var source = InvalidInput.required("source", body.source());
        if (body.filters() == null) {
            throw InvalidInput.at("filters", "platform.problem.required");
        }
        sources.require(source, user).check(body.filters());
        fill.into(id, source, body.filters(), user);
        return segments.fillings(segments.require(id, user)).getFirst();
    }

    @PostMapping("/{id}/fillings/{filling}/undo")
    @Allow(resource = Resource.CUSTOMER, action = Action.VIEW)
    Segment undo(@PathVariable long id, @PathVariable long filling, CurrentUser user) {
        fill.undo(id, filling, user);
        return get(id, user);
    }

    @DeleteMapping("/{id}/members/{customer}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allow(resource = Resource.CUSTOMER, action = Action.VIEW)
    void takeOut(@PathVariable long id, @PathVariable CustomerId customer, CurrentUser user) {
        keep.takeOut(id, customer, user);
    }
}
