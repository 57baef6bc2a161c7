package org.orglife;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orglife.People.by;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.orglife.account.SignedInUser;
import org.orglife.organisation.OrgUnit;
import org.orglife.shared.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * The table of who may call what ({@code endpoints.txt} beside this class) against the application. A new endpoint
 * without a row, a row without its endpoint, and a role that gets in where the table says no: each fails the build.
 */
@FullApplicationTest
class EndpointRoleTests {

    private static final Set<Role> EVERYBODY = EnumSet.allOf(Role.class);

    @Autowired
    MockMvcTester pages;

    @Autowired
    People people;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Test
    @DisplayName("T-SCOPE-01: every endpoint has a row in the table, and every row its endpoint")
    void tableAndApplicationAgree() throws Exception {
        assertThat(new TreeSet<>(endpoints())).isEqualTo(new TreeSet<>(table().keySet()));
    }

    @Test
    @DisplayName("T-ROLE-01: whoever is not named in the table is refused")
    void rolesNotNamedAreRefused() throws Exception {
        OrgUnit committee = people.committee();
        OrgUnit branch = people.branch(committee, "急诊科党支部");
        Map<Role, SignedInUser> users = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            users.put(role, people.user(role, role.isOfficer() ? null : branch, null, role.name()));
        }
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, Set<Role>> row : table().entrySet()) {
            for (Role role : Role.values()) {
                int status = status(row.getKey(), Objects.requireNonNull(users.get(role)));
                boolean refused = status == 403;
                if (refused == row.getValue().contains(role)) {
                    wrong.add(row.getKey() + " answers " + role + " with " + status);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private int status(String endpoint, SignedInUser user) {
        String[] parts = endpoint.split(" ");
        String address = parts[1].replace("{code}", "TALK")
                .replace("{material}", "TALK_TEXTS")
                .replaceAll("\\{[^}]+}", "999999999");
        return pages.method(HttpMethod.valueOf(parts[0]))
                .uri(address)
                .with(by(user))
                .with(csrf())
                .exchange()
                .getResponse()
                .getStatus();
    }

    private List<String> endpoints() {
        List<String> endpoints = new ArrayList<>();
        mappings.getHandlerMethods().forEach((mapping, handler) -> {
            if (handler.getBeanType().getPackageName().startsWith("org.orglife")) {
                Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
                for (String pattern : mapping.getPatternValues()) {
                    if (methods.isEmpty()) {
                        endpoints.add("* " + pattern);
                    }
                    methods.forEach(method -> endpoints.add(method + " " + pattern));
                }
            }
        });
        endpoints.remove("* /refused");
        return endpoints;
    }

    /** Lines of the form {@code GET /ledger = PARTY_OFFICE SECRETARY …}; {@code *} stands for everybody. */
    private static Map<String, Set<Role>> table() throws Exception {
        Map<String, Set<Role>> table = new TreeMap<>();
        String text = new ClassPathResource("endpoints.txt", EndpointRoleTests.class)
                .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        for (String line : text.lines().toList()) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] sides = line.split("=");
                Set<Role> roles = EnumSet.noneOf(Role.class);
                for (String name : sides[1].strip().split(" +")) {
                    if (name.equals("*")) {
                        roles.addAll(EVERYBODY);
                    } else {
                        roles.add(Role.valueOf(name));
                    }
                }
                table.put(sides[0].strip().replaceAll(" +", " "), roles);
            }
        }
        return table;
    }
}
