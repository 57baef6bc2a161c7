package org.orglife.opinion.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The door of the anonymous box: open to everybody, without session, cookie or sign-in. The code that is sent is the
 * proof, hence no token against forged requests. Script and style lie below the same address, so that not even they are
 * asked for with a cookie.
 */
@Configuration(proxyBeanMethods = false)
class BoxSecurity implements WebMvcConfigurer {

    static final String ADDRESS = "/o";

    /** Version of the library with which a phone does its little work; it is served from below the same address. */
    private static final String SHA256 = "0.11.0";

    @Bean
    @Order(1)
    SecurityFilterChain opinionBoxDoor(HttpSecurity http) throws Exception {
        return http.securityMatcher(ADDRESS, ADDRESS + "/**")
                .headers(AbstractHttpConfigurer::disable)
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler(ADDRESS + "/assets/**")
                .addResourceLocations(
                        "classpath:/static/box/",
                        "classpath:/META-INF/resources/webjars/js-sha256/" + SHA256 + "/build/");
    }
}
