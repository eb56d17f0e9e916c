package io.lijevak.views.web;

import io.lijevak.platform.InvalidInput;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.SignedIn;
import io.lijevak.views.Audience;
import io.lijevak.views.Dashboard;
import io.lijevak.views.Dashboards;
import io.lijevak.views.KeepDashboards;
import io.lijevak.views.SavedView;
import io.lijevak.views.ViewDraft;
import java.util.List;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Dashboards over the API. */
@RestController
@RequestMapping("/api/v1/dashboards")
class DashboardsApi {
    private final Dashboards dashboards;
    private final KeepDashboards keep;

    DashboardsApi(Dashboards dashboards, KeepDashboards keep) {
        this.dashboards = dashboards;
        this.keep = keep;
    }

    /** The dashboards that the caller may open. */
    record DashboardList(List<DashboardJson> items) {}

    /** A dashboard with those of its views that are shared with the caller, by id, in their order. */
    record DashboardJson(
            long id,
            int version,
            String name,
            long owner,
            Audience audience,
            @Nullable Long team,
            List<Long> views) {}

    /** A dashboard to be made, or changed at a version, with the ids of its views in their order. */
    record DashboardBody(
            @Nullable Integer version,
            @Nullable String name,
            @Nullable Audience audience,
            @Nullable Long team,
            @Nullable List<Long> views) {
        ViewDraft draft() {
            return new ViewDraft(
                    Objects.requireNonNullElse(name, ""), Objects.requireNonNullElse(audience, Audience.OWNER), team);
        }
    }

    @GetMapping
    @SignedIn
    DashboardList list(CurrentUser user) {
        return new DashboardList(dashboards.all(user).stream()
                .map(dashboard -> json(dashboard, user))
                .toList());
    }

    @GetMapping("/{id}")
    @SignedIn
    DashboardJson dashboard(@PathVariable long id, CurrentUser user) {
        return json(dashboards.require(id, user), user);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @SignedIn
    DashboardJson make(@RequestBody DashboardBody body, CurrentUser user) {
        return dashboard(keep.make(body.draft(), Objects.requireNonNullElse(body.views(), List.of()), user), user);
    }

    /** Renames a dashboard, lets others open it, and orders its views; without {@code views} they stay. */
    @PutMapping("/{id}")
    @SignedIn
    DashboardJson change(@PathVariable long id, @RequestBody DashboardBody body, CurrentUser user) {
        var version = InvalidInput.required("version", body.version());
        if (body.views() == null) {
            keep.change(id, version, body.draft(), user);
        } else {
            keep.change(id, version, body.draft(), body.views(), user);
        }
        return dashboard(id, user);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @SignedIn
    void remove(@PathVariable long id, CurrentUser user) {
        keep.remove(id, user);
    }

    private DashboardJson json(Dashboard dashboard, CurrentUser user) {
        return new DashboardJson(
                dashboard.id(),
                dashboard.version(),
                dashboard.name(),
                dashboard.owner(),
                dashboard.audience(),
                dashboard.team(),
                dashboards.tiles(dashboard, user).stream()
                        .map(Dashboard.Tile::view)
                        .filter(Objects::nonNull)
                        .map(SavedView::id)
                        .toList());
    }
}
