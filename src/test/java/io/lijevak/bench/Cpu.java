package io.lijevak.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Time on a processor that this process (server and client) and its PostgreSQL have taken so far. */
record Cpu(Duration java, Duration database) {
    static long postmaster;

    static Cpu used() {
        var database = ProcessHandle.allProcesses()
                .filter(process -> isOurs(process.parent().orElse(process)))
                .map(Cpu::of)
                .reduce(Duration.ZERO, Duration::plus);
        return new Cpu(of(ProcessHandle.current()), database.plus(ended()));
    }

    /** What processes of the server that have ended took, such as workers of a parallel query. */
    private static Duration ended() {
        try {
            var stat = Files.readString(Path.of("/proc/" + postmaster + "/stat"));
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return Duration.ofMillis(10 * (Long.parseLong(fields[13]) + Long.parseLong(fields[14])));
        } catch (IOException notHere) {
            return Duration.ZERO;
        }
    }

    Cpu since(Cpu before) {
        return new Cpu(java.minus(before.java), database.minus(before.database));
    }

    /** Whether it is the PostgreSQL server of this run, which does not stay our child. */
    private static boolean isOurs(ProcessHandle process) {
        return process.pid() == postmaster;
    }

    private static Duration of(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
