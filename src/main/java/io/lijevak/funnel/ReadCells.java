package io.lijevak.funnel;

import io.lijevak.platform.InvalidInput;
import io.lijevak.users.CurrentUser;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Reads the numbers that texts name, with what their words mean to a viewer. */
@Component
class ReadCells {
    private final ShowFunnel funnels;
    private final Dimensions dimensions;
    private final ShowFunnel.Moments moments;

    ReadCells(ShowFunnel funnels, Dimensions dimensions, ShowFunnel.Moments moments) {
        this.funnels = funnels;
        this.dimensions = dimensions;
        this.moments = moments;
    }

    /** A number, and the groups that its cell of a matrix is of. */
    record Found(FunnelCell cell, Map<Dimension, String> groups) {}

    /** The number; a text that names none, or groups that the viewer has not, is refused. */
    Found require(String text, CurrentUser user) {
        var today = moments.companies().current().today(moments.clock());
        var cell = FunnelCell.read(text, references(), today);
        var groups = new LinkedHashMap<Dimension, String>();
        new TreeMap<>(cell.groups())
                .forEach((key, value) -> groups.put(
                        dimensions
                                .find(key, user)
                                .orElseThrow(() -> InvalidInput.at("cell", "funnel.error.unknown", key)),
                        value));
        return new Found(cell, groups);
    }

    Optional<Found> find(String text, CurrentUser user) {
        try {
            return Optional.of(require(text, user));
        } catch (InvalidInput unreadable) {
            return Optional.empty();
        }
    }

    /** The question of a number as of now; empty when it names no deal type. */
    Optional<Selection> selection(Found found, CurrentUser user) {
        var query = found.cell().query();
        return Optional.ofNullable(query.dealType())
                .flatMap(references()::type)
                .map(type -> Selection.of(
                        query,
                        type,
                        moments.companies().current().timeZone(),
                        moments.clock().instant(),
                        moments.seen().of(query.filter().where(), user)));
    }

    /** The question of an answer once more, looked at as of the same moment. */
    Selection selection(Funnel answer, CurrentUser user) {
        return Selection.of(
                answer,
                moments.companies().current().timeZone(),
                moments.seen().of(answer.query().filter().where(), user));
    }

    FunnelReferences references() {
        return funnels.references();
    }
}
