package io.lijevak.imports;

/** Another worker has ended the pass over an import, or begun the next one: nothing more is to be written by this one. */
final class Overtaken extends RuntimeException {
    private static final long serialVersionUID = 1;

    Overtaken(ImportId id) {
        super("import " + id + " was ended by another worker");
    }
}
