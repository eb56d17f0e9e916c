package io.lijevak.platform.web;

import io.lijevak.platform.Conflict;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.RecordNotFound;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** What the reader of an error page is told: the status and the message that says in words what to do. */
public record Failure(int status, String messageKey, List<Object> arguments) {
    private static final List<Integer> WORDED = List.of(400, 401, 403, 404, 405, 409, 413, 422, 500, 503);

    /** The failure an exception means to whoever sent the request. */
    static Failure of(Throwable exception) {
        return switch (exception) {
            case InvalidInput refused -> of(HttpStatus.UNPROCESSABLE_CONTENT);
            case RecordNotFound missing -> of(HttpStatus.NOT_FOUND);
            case Conflict conflict -> new Failure(409, conflict.messageKey(), conflict.arguments());
            case AuthenticationException unknown -> of(HttpStatus.UNAUTHORIZED);
            case AccessDeniedException denied -> of(HttpStatus.FORBIDDEN);
            case MaxUploadSizeExceededException tooLarge -> of(HttpStatus.CONTENT_TOO_LARGE);
            case MultipartException broken ->
                of(tooLarge(broken) ? HttpStatus.CONTENT_TOO_LARGE : HttpStatus.BAD_REQUEST);
            case MethodArgumentTypeMismatchException mismatch ->
                of(
                        mismatch.getParameter().hasParameterAnnotation(PathVariable.class)
                                ? HttpStatus.NOT_FOUND
                                : HttpStatus.BAD_REQUEST);
            case ErrorResponse response -> of(response.getStatusCode());
            case CannotGetJdbcConnectionException gone -> of(HttpStatus.SERVICE_UNAVAILABLE);
            case DataAccessResourceFailureException gone -> of(HttpStatus.SERVICE_UNAVAILABLE);
            case CannotCreateTransactionException gone -> of(HttpStatus.SERVICE_UNAVAILABLE);
            case TransientDataAccessException busy -> new Failure(409, "platform.error.busy", List.of());
            default -> of(HttpStatus.INTERNAL_SERVER_ERROR);
        };
    }

    static Failure of(HttpStatusCode status) {
        return of(status.value());
    }

    /** The failure a bare status means. */
    static Failure of(int status) {
        var worded = WORDED.contains(status) ? status : status < 500 ? 400 : 500;
        return new Failure(status, "platform.error." + worded, List.of());
    }

    /** A form came back whose page was opened too long ago, or on another site. */
    static Failure expiredForm() {
        return new Failure(403, "platform.error.expired", List.of());
    }

    /** The heading that goes with the status. */
    public String titleKey() {
        return "platform.error.title." + (WORDED.contains(status) ? status : status < 500 ? 400 : 500);
    }

    public String icon() {
        return switch (status) {
            case 401, 403 -> "lock";
            case 404 -> "search";
            case 409 -> "history";
            default -> "alert";
        };
    }

    boolean isOurs() {
        return status >= 500;
    }

    private static boolean tooLarge(@Nullable Throwable exception) {
        for (var cause = exception; cause != null; cause = cause.getCause()) {
            if (cause.getClass().getSimpleName().contains("SizeLimit")) {
                return true;
            }
        }
        return false;
    }
}
