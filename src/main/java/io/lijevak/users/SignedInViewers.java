package io.lijevak.users;

import io.lijevak.platform.Viewer;
import io.lijevak.platform.Viewers;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The viewer of a page is the person signed in. */
@Component
class SignedInViewers implements Viewers {
    @Override
    public Optional<Viewer> current() {
        return Optional.empty();
    }
}
