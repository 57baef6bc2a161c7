package org.orglife.account.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orglife.account.DemonstrationAccounts;
import org.orglife.account.HeldRole;
import org.orglife.account.SignedInUser;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** What the frame around every page shows; in templates as {@code @frame}. */
@Component("frame")
class Frame {

    private final ObjectProvider<DemonstrationAccounts> demonstration;

    Frame(ObjectProvider<DemonstrationAccounts> demonstration) {
        this.demonstration = demonstration;
    }

    /** The signed-in user; null on pages before the sign-in. */
    public @Nullable SignedInUser user() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedInUser user ? user : null;
    }

    public List<MenuItem> menu(SignedInUser user) {
        return isShut(user) ? List.of() : Navigation.menu(user.role());
    }

    public List<MenuItem> tabs(SignedInUser user) {
        return isShut(user) ? List.of() : Navigation.tabs(user.role());
    }

    /** Nothing is open to whoever has no role, or still has to choose a password. */
    private static boolean isShut(SignedInUser user) {
        return user.acting() == null || user.mustChangePassword();
    }

    public String first(SignedInUser user) {
        return Navigation.first(user.role());
    }

    /** The roles one could act in instead. */
    public List<HeldRole> others(SignedInUser user) {
        return user.roles().stream().filter(role -> !role.equals(user.acting())).toList();
    }

    /** Whether the page that is asked for belongs to that entry of the menu. */
    public boolean isCurrent(SignedInUser user, MenuItem item) {
        return request()
                .flatMap(request -> Navigation.current(user.role(), request))
                .filter(item::equals)
                .isPresent();
    }

    /** Whether it belongs to that place at the bottom of a phone. */
    public boolean isCurrentTab(SignedInUser user, MenuItem item) {
        return request()
                .flatMap(request -> Navigation.currentTab(user.role(), request))
                .filter(item::equals)
                .isPresent();
    }

    /** Empty on a page that tells of an error: the parameters of a request that was cut off can never be asked for. */
    private static Optional<HttpServletRequest> request() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? Optional.of(attributes.getRequest())
                        .filter(request -> request.getDispatcherType() != DispatcherType.ERROR)
                : Optional.empty();
    }

    public boolean isDemonstration() {
        return demonstration.getIfAvailable() != null;
    }
}
