package io.lijevak.platform.web;

import io.lijevak.platform.Conflict;
import io.lijevak.platform.FieldProblem;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.RecordNotFound;
import io.lijevak.platform.Viewer;
import io.lijevak.platform.Viewers;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.core.JacksonException;

/** Answers every error of the API, also those before a handler is found, as a problem in the caller's language. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiProblems implements HandlerExceptionResolver {
    private static final Logger LOG = LoggerFactory.getLogger(ApiProblems.class);
    private final Texts texts;
    private final Viewers viewers;

    ApiProblems(Texts texts, Viewers viewers) {
        this.texts = texts;
        this.viewers = viewers;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception exception) {
        if (!request.getRequestURI().startsWith("/api/") || response.isCommitted()) {
            return null;
        }
        if (exception instanceof ErrorResponse known) {
            known.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        }
        try {
            problem(exception).write(request, response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ModelAndView();
    }

    private Problem problem(Exception exception) {
        return switch (exception) {
            case InvalidInput invalid -> invalid(invalid);
            case RecordNotFound missing -> plain(404, "platform.api.missing");
            case Conflict conflict ->
                plain(409, conflict.messageKey(), conflict.arguments().toArray());
            case AccessDeniedException denied -> plain(403, "platform.api.denied");
            case AuthenticationException unknown -> plain(401, "platform.api.unauthenticated");
            case ConcurrencyFailureException busy -> plain(409, "platform.api.busy");
            case DataIntegrityViolationException collision -> unexpected(409, "platform.api.collision", collision);
            default -> malformed(exception);
        };
    }

    private Problem malformed(Exception exception) {
        return switch (exception) {
            case HttpMessageNotReadableException unreadable -> unreadable(unreadable);
            case MethodArgumentTypeMismatchException mismatch ->
                field(WrongValue.of(mismatch.getName(), mismatch.getRequiredType()));
            case TypeMismatchException mismatch ->
                field(WrongValue.of(String.valueOf(mismatch.getPropertyName()), mismatch.getRequiredType()));
            case MissingServletRequestParameterException missing ->
                field(new FieldProblem(missing.getParameterName(), "platform.api.field.missing"));
            case MissingServletRequestPartException missing ->
                field(new FieldProblem(missing.getRequestPartName(), "platform.api.field.missing"));
            case MaxUploadSizeExceededException large -> plain(413, "platform.error.413");
            case MultipartException broken -> plain(400, "platform.api.unreadable");
            case ErrorResponse known -> plain(known.getStatusCode().value(), "platform.api.refused");
            default -> unexpected(500, "platform.api.failed", exception);
        };
    }

    private Problem invalid(InvalidInput invalid) {
        return Problem.of(
                422,
                text("platform.api.invalid"),
                invalid.problems().stream().map(this::at).toList());
    }

    private Problem.At at(FieldProblem problem) {
        return new Problem.At(
                problem.field(), text(problem.messageKey(), problem.arguments().toArray()));
    }

    private Problem unreadable(HttpMessageNotReadableException exception) {
        if (!(exception.getCause() instanceof JacksonException json)
                || json.getPath().isEmpty()) {
            return plain(400, "platform.api.unreadable");
        }
        return field(WrongValue.in(path(json), json));
    }

    private static String path(JacksonException json) {
        var path = new StringBuilder();
        for (var step : json.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.toString();
    }

    private Problem field(FieldProblem problem) {
        return Problem.of(400, text("platform.api.unreadable"), List.of(at(problem)));
    }

    private Problem plain(int status, String messageKey, Object... arguments) {
        return Problem.of(status, text(messageKey, arguments), List.of());
    }

    private Problem unexpected(int status, String messageKey, Exception exception) {
        LOG.error("unexpected error of the API", exception);
        return plain(status, messageKey);
    }

    private String text(String key, Object... arguments) {
        return texts.get(viewers.current().map(Viewer::language).orElse("en"), key, arguments);
    }
}
