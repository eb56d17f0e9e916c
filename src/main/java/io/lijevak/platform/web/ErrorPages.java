package io.lijevak.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Answers what failed before or beside the handlers: refusals of filters, unknown addresses, too large uploads. */
@Controller
class ErrorPages implements ErrorController {
    private final PageErrors errors;

    ErrorPages(PageErrors errors) {
        this.errors = errors;
    }

    @RequestMapping("/error")
    @Nullable
    ModelAndView error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var failure = failure(request);
        if (String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))
                .startsWith("/api/")) {
            Problem.of(failure.status(), "The request was refused.", List.of()).write(request, response);
            return null;
        }
        return errors.page(request, response, failure, List.of());
    }

    private static Failure failure(HttpServletRequest request) {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown) {
            return Failure.of(thrown);
        }
        var refusedForm = status == 403 && !"GET".equals(request.getAttribute(RequestDispatcher.ERROR_METHOD));
        return refusedForm ? Failure.expiredForm() : Failure.of(status);
    }
}
