package org.orglife.web;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.orglife.shared.Actor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Ends drafts: once the form has arrived, or after a month. */
@Configuration(proxyBeanMethods = false)
class DraftConfiguration implements WebMvcConfigurer {

    private final Drafts drafts;

    DraftConfiguration(Drafts drafts) {
        this.drafts = drafts;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new Arrived(drafts));
    }

    @Bean
    static RecurringTask<Void> draftExpiry(Drafts drafts) {
        return Tasks.recurring("draft-expiry", FixedDelay.ofHours(1)).execute((instance, context) -> drafts.sweep());
    }

    /** Every form that was taken answers by leading elsewhere; one that comes back with its mistakes goes on. */
    private record Arrived(Drafts drafts) implements HandlerInterceptor {

        @Override
        public void afterCompletion(
                HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
            if (failure != null
                    || !"POST".equals(request.getMethod())
                    || !HttpStatusCode.valueOf(response.getStatus()).is3xxRedirection()) {
                return;
            }
            String form = request.getParameter(Drafts.FIELD);
            var authentication = SecurityContextHolder.getContext().getAuthentication();
            if (form != null
                    && Drafts.isForm(form)
                    && authentication != null
                    && authentication.getPrincipal() instanceof Actor actor) {
                drafts.finish(actor.accountId(), form);
            }
        }
    }
}
