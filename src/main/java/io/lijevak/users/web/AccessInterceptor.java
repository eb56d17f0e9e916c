package io.lijevak.users.web;

import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Open;
import io.lijevak.users.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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
    /** Our lowest module cannot name the annotations: its error page is open, its other pages need a sign-in. */
    private static final String PLATFORM = "io.lijevak.platform.web.";

    /** The description of the API, which is open. */
    private static final String SPRINGDOC = "org.springdoc.";

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
        } else if (!method.hasMethodAnnotation(SignedIn.class) && !isIn(PLATFORM, method)) {
            throw new AccessDeniedException("no access rule for " + method);
        }
    }

    private static boolean isOpen(Object handler) {
        return handler instanceof HandlerMethod method
                && (method.hasMethodAnnotation(Open.class)
                        || ErrorController.class.isAssignableFrom(method.getBeanType())
                        || isIn(SPRINGDOC, method));
    }

    /** Whether the handler stands in the list of those whose rule is not an annotation. */
    static boolean isListed(HandlerMethod method) {
        return isIn(PLATFORM, method) || isIn(SPRINGDOC, method);
    }

    private static boolean isIn(String packages, HandlerMethod method) {
        return method.getBeanType().getName().startsWith(packages);
    }
}
