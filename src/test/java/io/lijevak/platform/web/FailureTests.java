package io.lijevak.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.lijevak.platform.Conflict;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.Languages;
import io.lijevak.platform.RecordNotFound;
import io.lijevak.platform.StaleVersion;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

class FailureTests {
    record Case(int status, Exception exception) {}

    static Stream<Case> cases() {
        return Stream.of(
                new Case(400, new MultipartException("broken")),
                new Case(401, new AuthenticationCredentialsNotFoundException("nobody")),
                new Case(403, new AccessDeniedException("DEAL.EDIT")),
                new Case(404, new RecordNotFound("deal", 7)),
                new Case(404, new NoResourceFoundException(HttpMethod.GET, "/x", "/x")),
                new Case(405, new HttpRequestMethodNotSupportedException("PUT")),
                new Case(409, new StaleVersion()),
                new Case(409, new CannotAcquireLockException("busy")),
                new Case(413, new MaxUploadSizeExceededException(1)),
                new Case(422, InvalidInput.at("name", "platform.problem.required")),
                new Case(500, new IllegalStateException("secret detail")),
                new Case(503, new CannotGetJdbcConnectionException("gone")));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void givesEachExceptionItsStatusAndASentenceInEveryLanguage(Case each) {
        var failure = Failure.of(each.exception());

        assertThat(failure.status()).isEqualTo(each.status());
        for (var language : Languages.ALL) {
            assertThat(Pages.TEXTS.get(
                            language, failure.messageKey(), failure.arguments().toArray()))
                    .doesNotContain("??")
                    .doesNotContain("secret");
            assertThat(Pages.TEXTS.get(language, failure.titleKey())).doesNotContain("??");
        }
    }

    @Test
    void passesOnTheWordsOfAConflict() {
        var failure = Failure.of(new Conflict("platform.error.stale"));

        assertThat(failure.messageKey()).isEqualTo("platform.error.stale");
    }

    @ParameterizedTest
    @ValueSource(ints = {402, 406, 415, 418, 429, 501, 502, 504})
    void hasWordsForStatusesNobodyExpected(int status) {
        var failure = Failure.of(status);

        assertThat(failure.status()).isEqualTo(status);
        assertThat(Pages.TEXTS.get("en", failure.messageKey())).doesNotContain("??");
    }
}
