package org.orglife.web;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/**
 * An address below which nobody has a name: open to everybody, without session, cookie, sign-in or trail. The code that
 * is sent is the proof, hence no token against forged requests. Script and style lie below the same address, so that not
 * even they are asked for with a cookie. A feature that declares one as a bean gets {@link NamelessFilter} before it.
 *
 * @param address such as {@code /b}, without a slash at its end
 */
public record NamelessDoor(String address) {

    /** Whether a path of the application lies behind it. */
    boolean leadsTo(String path) {
        return path.equals(address) || path.startsWith(address + "/");
    }

    /** The security chain of all that lies behind it. */
    public SecurityFilterChain chain(HttpSecurity http) throws Exception {
        return http.securityMatcher(address, address + "/**")
                .headers(AbstractHttpConfigurer::disable)
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }
}
