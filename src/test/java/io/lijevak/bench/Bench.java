package io.lijevak.bench;

import io.lijevak.funnel.DealFacts;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures what users wait for, and prints a table. {@code Bench pages|funnel|columns|search|moves|process|import|start|all… [--deals
 * N] [--customers N] [--json FILE]}; beside the JSON of the funnel alone stands its plot.
 */
public final class Bench {
    private static final List<String> ALL = List.of("pages", "funnel", "search", "moves", "process", "import", "start");
    /** More deals are these, many times over. */
    private static final long MADE = 1_000_000;

    private final List<Measured> results = new ArrayList<>();
    private final List<FunnelBench.Report> funnels = new ArrayList<>();

    private Bench() {}

    /** Sizes as given on the command line. */
    record Sizes(long customers, long deals) {}

    public static void main(String[] arguments) throws Exception {
        var chosen = new ArrayList<String>();
        var options = new LinkedHashMap<String, String>();
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].startsWith("--")) {
                options.put(arguments[i], arguments[++i]);
            } else {
                chosen.add(arguments[i]);
            }
        }
        var sizes = new Sizes(
                Long.parseLong(options.getOrDefault("--customers", "200000")),
                Long.parseLong(options.getOrDefault("--deals", "100000")));
        var bench = new Bench();
        bench.run(chosen.contains("all") ? ALL : chosen, sizes);
        if (options.containsKey("--json")) {
            var file = Path.of(options.get("--json"));
            bench.write(file, sizes, chosen);
            bench.plot(file, chosen);
        }
        System.exit(0);
    }

    private void run(List<String> chosen, Sizes sizes) throws Exception {
        if (chosen.contains("start")) {
            results.addAll(new StartBench().run());
        }
        if (!chosen.equals(List.of("start"))) {
            var home = Path.of("target/bench/home-" + sizes.customers() + "-" + sizes.deals());
            try (var server = ready(home, sizes)) {
                for (var one : chosen) {
                    measure(one, server, sizes).forEach(measured -> results.add(measured.atLoad(load())));
                }
            }
        }
        print();
    }

    /** A table for each kind of measurement: its figures, and how busy the machine was. */
    private void print() {
        var heads = List.<String>of();
        for (var one : results) {
            var names = List.copyOf(one.figures().keySet());
            if (!names.equals(heads)) {
                heads = names;
                System.out.printf("%n%-58s", "");
                names.forEach(name -> System.out.printf("%12s", name));
                System.out.println();
            }
            System.out.println(one);
        }
    }

    /** Processes that want a processor, of the last minute: times at more than there are processors are times of a queue. */
    private static double load() {
        return Measured.round(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private List<Measured> measure(String name, Server server, Sizes sizes) throws Exception {
        return switch (name) {
            case "pages" -> new PagesBench(server).run();
            case "funnel" -> funnel(new FunnelBench(server, sizes.deals()));
            case "columns" -> new ColumnsBench(server).run();
            case "search" -> new PagesBench(server).search(sizes.customers());
            case "moves" -> new MovesBench(server).run();
            case "process" -> new ProcessBench(server).run();
            case "import" -> new ImportBench(server).run();
            case "start" -> List.of();
            default -> throw new IllegalArgumentException("no such measurement: " + name + "; there are " + ALL);
        };
    }

    private List<Measured> funnel(FunnelBench bench) throws Exception {
        var report = bench.run();
        funnels.add(report);
        return bench.measured(report);
    }

    /** A server that has all the data, started anew when these had to be made. */
    private static Server ready(Path home, Sizes sizes) throws Exception {
        var server = Server.start(home);
        if (!makes(server, sizes)) {
            return server;
        }
        server.close();
        return Server.start(home);
    }

    /** Makes the data that are not there. */
    private static boolean makes(Server server, Sizes sizes) throws Exception {
        try (var connection = server.connect()) {
            var company = new Company(connection);
            var made = Math.min(sizes.deals(), MADE);
            var isMade = company.count("deal") >= sizes.deals();
            if (company.count("customer") < sizes.customers()
                    || company.count("deal") < made
                    || company.count("deal_fact") < company.count("deal")) {
                System.out.println("making " + sizes);
                server.allowLongStatements();
                company.grow(sizes.customers(), made);
                server.bean(DealFacts.class).rebuild();
                company.settle();
                isMade = false;
            }
            if (company.count("deal") < sizes.deals()) {
                server.allowLongStatements();
                new ManyTimes(connection).put(Math.toIntExact(Math.ceilDiv(sizes.deals(), made)));
            }
            return !isMade;
        }
    }

    private void plot(Path json, List<String> chosen) throws IOException {
        if (chosen.equals(List.of("funnel"))) {
            var name = json.getFileName().toString().replaceFirst("\\.json$", "") + ".svg";
            Files.writeString(json.resolveSibling(name), FunnelPlot.of(funnels.getFirst()));
        }
    }

    private void write(Path file, Sizes sizes, List<String> chosen) throws Exception {
        var machine = Map.of(
                "processors", Runtime.getRuntime().availableProcessors(),
                "java", Runtime.version().toString(),
                "heap MB", Runtime.getRuntime().maxMemory() >> 20);
        Files.writeString(
                file,
                JsonMapper.builder()
                        .build()
                        .writerWithDefaultPrettyPrinter()
                        .writeValueAsString(
                                chosen.equals(List.of("funnel"))
                                        ? funnels.getFirst()
                                        : Map.of("machine", machine, "sizes", sizes, "results", results)));
    }
}
