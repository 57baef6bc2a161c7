package org.orglife.account.web;

import jakarta.servlet.DispatcherType;
import java.time.Clock;
import org.orglife.account.SignedInUsers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.hierarchicalroles.NullRoleHierarchy;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;

/** Who gets past the door. What he may do behind it stands on each controller method ({@code @PreAuthorize}). */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
public class SecurityConfiguration {

    @Bean
    SecurityFilterChain pages(
            HttpSecurity http,
            SignedInUsers users,
            Clock clock,
            SignInAnswers answers,
            RefusalAnswers refusals,
            SignOutAnswers signOut)
            throws Exception {
        return http
                // Every response has its headers from SecurityHeadersFilter, also those that never come this far.
                .headers(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR)
                                .permitAll()
                                .requestMatchers("/assets/**", "/webjars/**", "/favicon.ico")
                                .permitAll()
                                .requestMatchers("/login", "/set-up", "/actuator/health/**")
                                .permitAll()
                                .requestMatchers(HttpMethod.GET, "/error")
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .formLogin(form -> form.loginPage("/login")
                        .successHandler(answers)
                        .failureHandler(answers)
                        .permitAll())
                .logout(logout -> logout.addLogoutHandler(signOut).logoutSuccessUrl("/login?out"))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .addFilterAfter(new CurrentUserFilter(users, clock), SecurityContextHolderFilter.class)
                .build();
    }

    /** No role contains another one. */
    @Bean
    static RoleHierarchy roleHierarchy() {
        return new NullRoleHierarchy();
    }
}
