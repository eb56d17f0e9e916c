package io.lijevak.process;

/** What a process is about: a record of another module, named by its kind and identity. */
public record Subject(String kind, long id) {
    public static final String DEAL = "deal";

    public static Subject deal(long id) {
        return new Subject(DEAL, id);
    }

    public boolean isDeal() {
        return kind.equals(DEAL);
    }
}
