package io.lijevak.users.web;

import io.lijevak.users.CurrentUser;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** The proof of this request that a person acts; lives as long as the request. */
final class Acting extends AbstractAuthenticationToken {
    private final transient CurrentUser user;

    Acting(CurrentUser user) {
        super(List.of());
        this.user = user;
        setAuthenticated(true);
    }

    @Override
    public CurrentUser getPrincipal() {
        return user;
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public String getName() {
        return user.person().toString();
    }
}
