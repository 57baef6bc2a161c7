package org.orglife.publication.web;

import java.time.Duration;
import org.orglife.web.NamelessDoor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.CacheControl;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The door of the published pages: nobody who reads them has a name, and none is asked for. */
@Configuration(proxyBeanMethods = false)
class PublicSecurity implements WebMvcConfigurer {

    static final String ADDRESS = "/p";

    @Bean
    NamelessDoor publicationDoor() {
        return new NamelessDoor(ADDRESS);
    }

    @Bean
    @Order(1)
    SecurityFilterChain publicationChain(HttpSecurity http) throws Exception {
        return new NamelessDoor(ADDRESS).chain(http);
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler(ADDRESS + "/assets/**")
                .addResourceLocations("classpath:/static/publication/")
                .setCacheControl(CacheControl.maxAge(Duration.ofHours(1)));
    }
}
