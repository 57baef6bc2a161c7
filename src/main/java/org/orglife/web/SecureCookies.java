package org.orglife.web;

import org.springframework.boot.session.autoconfigure.DefaultCookieSerializerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** With https the session's cookie is bound to this host and to https; browsers refuse a {@code __Host-} one otherwise. */
@Configuration(proxyBeanMethods = false)
class SecureCookies {

    @Bean
    DefaultCookieSerializerCustomizer sessionCookie(PublicAddress address) {
        return cookie -> {
            if (address.isHttps()) {
                cookie.setCookieName("__Host-SESSION");
                cookie.setUseSecureCookie(true);
                cookie.setCookiePath("/");
            }
        };
    }
}
