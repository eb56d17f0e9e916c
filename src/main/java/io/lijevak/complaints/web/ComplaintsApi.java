package io.lijevak.complaints.web;

import io.lijevak.complaints.ChangeComplaint;
import io.lijevak.complaints.Channel;
import io.lijevak.complaints.ComplaintFilter;
import io.lijevak.complaints.ComplaintId;
import io.lijevak.complaints.Complaints;
import io.lijevak.complaints.Finding;
import io.lijevak.complaints.ReceiveComplaint;
import io.lijevak.complaints.Urgency;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.Slice;
import io.lijevak.platform.web.FilterCheck;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Complaints: list with filters and keyset paging, get, receive, change; their points are completed as tasks. */
@RestController
@RequestMapping("/api/v1/complaints")
class ComplaintsApi {
    private static final int MOST = 200;
    private final Complaints complaints;
    private final ReceiveComplaint receive;
    private final ChangeComplaint change;
    private final Clock clock;

    ComplaintsApi(Complaints complaints, ReceiveComplaint receive, ChangeComplaint change, Clock clock) {
        this.complaints = complaints;
        this.receive = receive;
        this.change = change;
        this.clock = clock;
    }

    @GetMapping
    @Allow(resource = Resource.COMPLAINT, action = Action.VIEW)
    Slice<ComplaintJson> list(
            @RequestParam Map<String, String> parameters,
            @RequestParam(defaultValue = "50") int limit,
            CurrentUser user) {
        checkFilters(parameters);
        var page = complaints.page(
                ComplaintFilter.of(parameters), parameters.get("next"), Math.clamp(limit, 1, MOST), user);
        return new Slice<>(page.items().stream().map(ComplaintJson::of).toList(), page.next());
    }

    @GetMapping("/{id}")
    @Allow(resource = Resource.COMPLAINT, action = Action.VIEW)
    ComplaintJson get(@PathVariable ComplaintId id, CurrentUser user) {
        return ComplaintJson.of(complaints.require(id, user));
    }

    /** Writes one down and begins its process. */
    @PostMapping
    @Allow(resource = Resource.COMPLAINT, action = Action.CREATE)
    ResponseEntity<ComplaintJson> create(@RequestBody ComplaintJson.Body body, CurrentUser user) {
        var id = receive.with(body.fields(clock.instant(), user.id()), body.process(), user);
        return ResponseEntity.created(URI.create("/api/v1/complaints/" + id)).body(get(id, user));
    }

    /** Replaces what is written down; what was found is said by completing the point that asks. */
    @PutMapping("/{id}")
    @Allow(resource = Resource.COMPLAINT, action = Action.EDIT)
    ComplaintJson change(@PathVariable ComplaintId id, @RequestBody ComplaintJson.Body body, CurrentUser user) {
        var stored = complaints.require(id, user).fields();
        var version = InvalidInput.required("version", body.version());
        var fields = body.fields(stored.receivedAt(), stored.responsible());
        return ComplaintJson.of(change.to(id, version, fields, user));
    }

    /** Refuses filters that cannot be read, instead of listing everything. */
    private static void checkFilters(Map<String, String> parameters) {
        FilterCheck.of(parameters)
                .word("state", "open", "closed")
                .choice("finding", Finding.values())
                .choice("urgency", Urgency.values())
                .choice("channel", Channel.values())
                .flag("overdue")
                .id("customer")
                .id("deal")
                .id("responsible", "none")
                .day("since")
                .day("until")
                .check();
    }
}
