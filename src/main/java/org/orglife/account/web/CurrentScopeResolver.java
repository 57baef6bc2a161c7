package org.orglife.account.web;

import org.jspecify.annotations.Nullable;
import org.orglife.account.SignedInUser;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
import org.springframework.core.MethodParameter;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Hands controllers the scope of the signed-in user ({@link CurrentScope}) or the {@link Actor} himself. */
@Component
class CurrentScopeResolver implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(CurrentScope.class)
                ? parameter.getParameterType() == BranchScope.class
                : parameter.getParameterType() == Actor.class || parameter.getParameterType() == SignedInUser.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        SignedInUser user = signedIn();
        return parameter.getParameterType() == BranchScope.class ? user.scope() : user;
    }

    /** Fails closed: without a user there is no scope, not an empty one. */
    private static SignedInUser signedIn() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof SignedInUser user) {
            return user;
        }
        throw new AccessDeniedException("Nobody is signed in");
    }
}
