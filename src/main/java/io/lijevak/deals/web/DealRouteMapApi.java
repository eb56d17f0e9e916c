package io.lijevak.deals.web;

import io.lijevak.deals.DealId;
import io.lijevak.deals.DealOverview;
import io.lijevak.deals.DealOverviews;
import io.lijevak.process.DealTypeId;
import io.lijevak.process.DealTypes;
import io.lijevak.process.RouteMap;
import io.lijevak.process.RouteMap.State;
import io.lijevak.process.RouteMaps;
import io.lijevak.process.StageId;
import io.lijevak.process.Subject;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where a deal is on its route; of a deal without a process, on the steps of its type. */
@RestController
@RequestMapping("/api/v1/deals/{id}/route-map")
class DealRouteMapApi {
    private final DealOverviews deals;
    private final RouteMaps maps;
    private final DealTypes types;

    DealRouteMapApi(DealOverviews deals, RouteMaps maps, DealTypes types) {
        this.deals = deals;
        this.maps = maps;
        this.types = types;
    }

    /** The map; {@code version} is that of the type's steps. */
    record Answer(int version, List<Point> points) {}

    /** A point; {@code task} identifies what somebody is asked to do there, or was last. */
    record Point(
            String id,
            String name,
            String kind,
            String state,
            @Nullable Long task,
            @Nullable String executor,
            @Nullable Instant dueAt,
            @Nullable Boolean overdue) {}

    @GetMapping
    @Allow(resource = Resource.DEAL, action = Action.VIEW)
    Answer get(@PathVariable DealId id, CurrentUser user) {
        var deal = deals.require(id, user);
        return maps.of(Subject.deal(id.value()), user)
                .filter(map ->
                        new DealTypeId(deal.type().id()).equals(map.route().type()))
                .map(DealRouteMapApi::answer)
                .orElseGet(() -> steps(deal));
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
        return new Answer(map.route().version(), points);
    }

    private Answer steps(DealOverview deal) {
        var type = types.require(new DealTypeId(deal.type().id()), deal.stepsVersion());
        var here = deal.stage() == null
                ? -1
                : type.indexOf(new StageId(deal.stage().id()));
        var points = type.steps().stream()
                .map(step -> {
                    var place = type.indexOf(step.stage());
                    var state = place == here ? State.CURRENT : place < here ? State.PASSED : State.FUTURE;
                    return new Point(
                            "stage_" + step.stage(), step.name(), "point", state.word(), null, null, null, null);
                })
                .toList();
        return new Answer(type.stepsVersion(), points);
    }
}
