package io.lijevak.users;

import io.lijevak.platform.Viewer;
import io.lijevak.platform.Viewers;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The viewer of a page is the person signed in. */
@Component
class SignedInViewers implements Viewers {
    @Override
    public Optional<Viewer> current() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof CurrentUser user
                ? Optional.of(user)
                : Optional.empty();
    }
}
