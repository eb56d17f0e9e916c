package io.lijevak.platform.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.DigestUtils;

/** Addresses of the symbols in the icon sprite; the name of its file carries the hash of its content. */
public final class Icons {
    private static final String SPRITE = "/images/icons-" + hash() + ".svg#i-";

    private Icons() {}

    /** The address of a symbol, named without its {@code i-}. */
    public static String href(String name) {
        return SPRITE + name;
    }

    private static String hash() {
        try (var content = new ClassPathResource("static/images/icons.svg").getInputStream()) {
            return DigestUtils.md5DigestAsHex(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
