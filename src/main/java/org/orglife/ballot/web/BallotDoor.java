package org.orglife.ballot.web;

import org.orglife.web.NamelessDoor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The door to the ballot box. */
@Configuration(proxyBeanMethods = false)
class BallotDoor implements WebMvcConfigurer {

    static final String ADDRESS = "/b";

    @Bean
    NamelessDoor ballotBoxDoor() {
        return new NamelessDoor(ADDRESS);
    }

    @Bean
    @Order(1)
    SecurityFilterChain ballotBoxChain(HttpSecurity http) throws Exception {
        return new NamelessDoor(ADDRESS).chain(http);
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler(ADDRESS + "/assets/**").addResourceLocations("classpath:/static/ballot/");
    }
}
