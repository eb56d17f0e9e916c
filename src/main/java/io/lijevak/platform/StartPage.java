package io.lijevak.platform;

import java.util.Optional;

/** Port: where a viewer begins after signing in, when it is not the first page of the rail. */
public interface StartPage {
    Optional<String> of(Viewer viewer);
}
