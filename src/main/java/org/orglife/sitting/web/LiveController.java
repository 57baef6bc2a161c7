package org.orglife.sitting.web;

import java.util.OptionalLong;
import org.orglife.sitting.LiveVersions;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Tells open pages the version of their meeting, and nothing else: they ask every second, so no session is touched. */
@Controller
class LiveController {

    private final LiveVersions versions;

    LiveController(LiveVersions versions) {
        this.versions = versions;
    }

    @GetMapping("/live/{key}")
    ResponseEntity<String> version(@PathVariable String key) {
        OptionalLong version = versions.of(key);
        return version.isPresent()
                ? ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(String.valueOf(version.getAsLong()))
                : ResponseEntity.notFound().build();
    }
}
