package io.lijevak.platform.web;

import org.jspecify.annotations.Nullable;

/** A short notice after something was done, with the address that undoes it by POST, when it can be undone. */
public record Toast(String text, @Nullable String undoHref) {
    public static Toast of(String text) {
        return new Toast(text, null);
    }
}
