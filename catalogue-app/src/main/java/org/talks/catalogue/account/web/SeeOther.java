package org.talks.catalogue.account.web;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.talks.catalogue.web.Fragment;

/// The answer to a form that was accepted.
final class SeeOther {

    private SeeOther() {}

    static ResponseEntity<Fragment> to(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path))
                .build();
    }
}
