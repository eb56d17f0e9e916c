package io.lijevak.users.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/** Where to go after sign-in: a path of this application, whatever an address from outside says. */
final class ReturnAddress {
    private static final Pattern PATH = Pattern.compile("/(?![/\\\\])[^\\\\\\p{Cntrl}]*");

    private ReturnAddress() {}

    static String of(String next) {
        if (!PATH.matcher(next).matches() || next.startsWith("/sign-")) {
            return "/";
        }
        try {
            var address = new URI(next);
            return address.isAbsolute() || address.getRawAuthority() != null ? "/" : address.toASCIIString();
        } catch (URISyntaxException e) {
            return "/";
        }
    }
}
