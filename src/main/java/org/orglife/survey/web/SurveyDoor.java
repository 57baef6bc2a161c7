package org.orglife.survey.web;

import org.orglife.web.NamelessDoor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The door to surveys. */
@Configuration(proxyBeanMethods = false)
class SurveyDoor implements WebMvcConfigurer {

    static final String ADDRESS = "/s";

    /** Version of the library with which a phone does its little work; it is served from below the same address. */
    private static final String SHA256 = "0.11.0";

    @Bean
    NamelessDoor satisfactionSurveyDoor() {
        return new NamelessDoor(ADDRESS);
    }

    @Bean
    @Order(1)
    SecurityFilterChain satisfactionSurveyChain(HttpSecurity http) throws Exception {
        return new NamelessDoor(ADDRESS).chain(http);
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler(ADDRESS + "/assets/**")
                .addResourceLocations(
                        "classpath:/static/survey/",
                        "classpath:/META-INF/resources/webjars/js-sha256/" + SHA256 + "/build/");
    }
}
