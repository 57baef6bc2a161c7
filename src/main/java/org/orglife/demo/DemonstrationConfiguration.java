package org.orglife.demo;

import java.net.InetAddress;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** A demonstration with a password for everybody is for this machine alone, unless somebody decides otherwise. */
@Configuration(proxyBeanMethods = false)
class DemonstrationConfiguration {

    @Bean
    @ConditionalOnDemonstration
    WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> listensOnThisMachineOnly(Environment environment) {
        return factory -> {
            if (environment.getProperty("server.address") == null) {
                factory.setAddress(InetAddress.getLoopbackAddress());
            }
        };
    }
}
