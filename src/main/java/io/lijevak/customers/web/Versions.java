package io.lijevak.customers.web;

import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.web.Form;

/** The hidden version a form was read with. */
final class Versions {
    private Versions() {}

    static int of(Form form) {
        var version = form.value("version");
        if (!version.matches("\\d{1,9}")) {
            throw InvalidInput.at("version", "platform.problem.required");
        }
        return Integer.parseInt(version);
    }
}
