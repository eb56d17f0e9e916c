package io.lijevak.users.web;

import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Open;
import io.lijevak.users.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/** Lets a handler run only for those its {@link Allow}, {@link SignedIn} or {@link Open} names; refuses all others. */
@Component
class AccessInterceptor implements HandlerInterceptor {
    /** Handlers below this module, which cannot carry its annotations: the page frame's and the API's description. */
    static final List<String> FRAMEWORKS = List.of("io.lijevak.platform.web.", "org.springdoc.");

    private final AuthenticationEntryPoint signIn = new SignInEntryPoint();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws Exception {
        if (handler instanceof ResourceHttpRequestHandler || isOpen(handler)) {
            return true;
        }
        if (!(handler instanceof HandlerMethod method)) {
            throw new AccessDeniedException("no access rule for " + handler);
        }
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof CurrentUser user)) {
            signIn.commence(request, response, new AuthenticationCredentialsNotFoundException("nobody is signed in"));
            return false;
        }
        authorise(user, method);
        return true;
    }

    private static void authorise(CurrentUser user, HandlerMethod method) {
        var allow = method.getMethodAnnotation(Allow.class);
        if (allow != null) {
            user.require(allow.resource(), allow.action());
        } else if (!method.hasMethodAnnotation(SignedIn.class)) {
            throw new AccessDeniedException("no access rule for " + method);
        }
    }

    private static boolean isOpen(Object handler) {
        return handler instanceof HandlerMethod method
                && (method.hasMethodAnnotation(Open.class) || isFramework(method));
    }

    static boolean isFramework(HandlerMethod method) {
        return FRAMEWORKS.stream().anyMatch(method.getBeanType().getName()::startsWith);
    }
}
