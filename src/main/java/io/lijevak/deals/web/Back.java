package io.lijevak.deals.web;

/** Where a form returns to: an address of deals or customers, never one of another host. */
final class Back {
    private Back() {}

    static String or(String wanted, String otherwise) {
        var local = wanted.startsWith("/deals") || wanted.startsWith("/customers") || wanted.startsWith("/worklist");
        return local && wanted.indexOf('\\') < 0 && wanted.indexOf('\n') < 0 && wanted.indexOf('\r') < 0
                ? wanted
                : otherwise;
    }
}
