package io.lijevak.platform;

import java.util.Optional;

/** Port: who looks at the page of the current request; {@code users} implements it. */
public interface Viewers {
    Optional<Viewer> current();
}
