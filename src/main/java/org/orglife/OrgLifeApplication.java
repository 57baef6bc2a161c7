package org.orglife;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts OrgLife. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class OrgLifeApplication {

    public static void main(String[] args) {
        SpringApplication.run(OrgLifeApplication.class, args);
    }
}
