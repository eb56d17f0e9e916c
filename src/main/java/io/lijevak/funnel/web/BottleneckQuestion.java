package io.lijevak.funnel.web;

import io.lijevak.funnel.FindBottlenecks;
import io.lijevak.funnel.FunnelParameters;
import io.lijevak.funnel.FunnelQuery;
import io.lijevak.funnel.FunnelReferences;
import io.lijevak.platform.web.PastDay;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** Reads the question for bottlenecks: deal type, period and filters; without days about the last three months. */
final class BottleneckQuestion {
    private BottleneckQuestion() {}

    static FunnelQuery read(Map<String, String> parameters, FunnelReferences references, LocalDate today) {
        var input = new HashMap<>(FunnelAddress.parameters(parameters));
        input.keySet().removeIf(name -> name.equals("counting") || name.equals("potential"));
        input.put("view", "closed");
        input.put("rule", "closed");
        if (input.getOrDefault("from", "").isBlank()
                && input.getOrDefault("to", "").isBlank()) {
            var usual = FindBottlenecks.usual(PastDay.day(input, today));
            input.put("from", usual.from().toString());
            input.put("to", usual.to().toString());
        }
        return FunnelParameters.read(input, references, today);
    }
}
