package io.lijevak.platform.web;

import io.lijevak.platform.FieldProblem;
import io.lijevak.platform.InvalidInput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Turns whatever a page's handler throws into a page of the error family, or into a toast when htmx asked. Exceptions
 * under {@code /api} that the API's own advice left become failure details.
 */
@Component
class PageErrors implements HandlerExceptionResolver {
    private static final Logger LOG = LoggerFactory.getLogger(PageErrors.class);
    private final ObjectProvider<UiAdvice> uis;

    PageErrors(ObjectProvider<UiAdvice> uis) {
        this.uis = uis;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception exception) {
        if (exception instanceof AsyncRequestNotUsableException || response.isCommitted()) {
            return new ModelAndView();
        }
        var failure = Failure.of(exception);
        log(request, failure, exception);
        var fields = exception instanceof InvalidInput refused ? refused.problems() : List.<FieldProblem>of();
        return page(request, response, failure, fields);
    }

    /** The page, or the toast, that tells the failure. */
    ModelAndView page(
            HttpServletRequest request, HttpServletResponse response, Failure failure, List<FieldProblem> fields) {
        var status = HttpStatusCode.valueOf(failure.status());
        var fragment = request.getHeader("HX-Request") != null;
        if (fragment) {
            response.setHeader("HX-Retarget", "#toasts");
            response.setHeader("HX-Reswap", "beforeend");
            response.setHeader("HX-Reselect", ".toast");
        }
        var model = Map.of("ui", uis.getObject().ui(request), "failure", failure, "fields", fields);
        return new ModelAndView(fragment ? "platform/errorToast" : "platform/error", model, status);
    }

    private static void log(HttpServletRequest request, Failure failure, Exception exception) {
        if (failure.isOurs()) {
            LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), exception);
        } else if (failure.status() != HttpStatus.NOT_FOUND.value()) {
            LOG.info(
                    "{} {}: {} {}",
                    request.getMethod(),
                    request.getRequestURI(),
                    failure.status(),
                    exception.toString());
        }
    }
}
