package io.lijevak.funnel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** All that deals can be grouped by: what every deal has, and what other sources know. */
@Component
public class Dimensions {
    private final List<DimensionSource> sources;

    Dimensions(List<DimensionSource> sources) {
        this.sources = sources;
    }

    public List<Dimension> all() {
        var all = new ArrayList<Dimension>(List.of(DealDimension.values()));
        sources.forEach(source -> all.addAll(source.dimensions()));
        return all;
    }

    public Optional<Dimension> find(String key) {
        return all().stream().filter(dimension -> dimension.key().equals(key)).findFirst();
    }
}
