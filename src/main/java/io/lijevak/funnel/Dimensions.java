package io.lijevak.funnel;

import io.lijevak.users.CurrentUser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** All that a viewer can group deals by: what every deal has, and what other sources know. */
@Component
public class Dimensions {
    private final List<DimensionSource> sources;

    Dimensions(List<DimensionSource> sources) {
        this.sources = sources;
    }

    public List<Dimension> all(CurrentUser viewer) {
        var all = new ArrayList<Dimension>(List.of(DealDimension.values()));
        all.addAll(List.of(CustomerDimension.values()));
        sources.forEach(source -> all.addAll(source.dimensions(viewer)));
        return all;
    }

    public Optional<Dimension> find(String key, CurrentUser viewer) {
        return all(viewer).stream()
                .filter(dimension -> dimension.key().equals(key))
                .findFirst();
    }
}
