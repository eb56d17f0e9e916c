package io.lijevak.bench;

import java.time.Duration;

/** Time on a processor that this process (server and client) and its PostgreSQL have taken so far. */
record Cpu(Duration java, Duration database) {
    static long postmaster;

    static Cpu used() {
        var database = ProcessHandle.allProcesses()
                .filter(process -> isOurs(process.parent().orElse(process)))
                .map(Cpu::of)
                .reduce(Duration.ZERO, Duration::plus);
        return new Cpu(of(ProcessHandle.current()), database);
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
