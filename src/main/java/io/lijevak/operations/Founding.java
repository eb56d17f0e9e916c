package io.lijevak.operations;

import io.lijevak.platform.Company;

/** What sets an installation up: the company, its first administrator, what it begins with. */
public record Founding(Company company, Administrator administrator, Beginning beginning) {
    /** The person who may do everything. */
    public record Administrator(String name, String email, String password) {}

    /** What the company begins with. */
    public enum Beginning {
        DEMO,
        IMPORT,
        EMPTY
    }
}
