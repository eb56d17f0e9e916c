package io.lijevak.imports;

import io.lijevak.platform.SearchText;

/** Keys under which a customer is found; a name is told apart by town and parent company, for branches share names. */
final class CustomerKeys {
    private CustomerKeys() {}

    static String external(String id) {
        return "x:" + id;
    }

    static String tax(String countryAndNumber) {
        return "t:" + countryAndNumber;
    }

    static String contact(String value) {
        return "c:" + value;
    }

    static String name(String name) {
        return "n:" + fold(name);
    }

    static String nameWithoutTax(String name) {
        return "w:" + fold(name);
    }

    static String place(String name, String city) {
        return "p:" + fold(name) + "|" + fold(city);
    }

    static String place(String name, String city, String parent) {
        return "q:" + fold(name) + "|" + fold(city) + "|" + fold(parent);
    }

    private static String fold(String text) {
        var folded = SearchText.fold(text);
        return folded.isEmpty() ? text : folded;
    }
}
