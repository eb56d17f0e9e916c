package io.lijevak.operations;

import io.lijevak.users.ApiTokens;
import io.lijevak.users.PersonId;
import org.springframework.stereotype.Component;

/** The API token given by setting: at the first start it becomes the first administrator's. */
@Component
class FirstToken {
    private final FirstRunSettings settings;
    private final ApiTokens tokens;

    FirstToken(FirstRunSettings settings, ApiTokens tokens) {
        this.settings = settings;
        this.tokens = tokens;
    }

    void give(PersonId administrator) {
        settings.apiToken().ifPresent(token -> tokens.adopt(administrator, "LIJEVAK_API_TOKEN", token));
    }
}
