package org.talks.catalogue.replay.web;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.talks.catalogue.api.Describes;
import org.talks.catalogue.replay.Verification;

/// `POST /api/verifications`: verifies log and views and answers with what was found. It takes as long as it
/// takes, about ten seconds for a million events, so clients wait.
@RestController
final class VerificationApi {

    private final Verification verification;

    VerificationApi(Verification verification) {
        this.verification = verification;
    }

    @Describes("Verifies log and views; takes some seconds.")
    @PostMapping("/api/verifications")
    Verification.Result verify() {
        return verification.verify((phase, done, total) -> {});
    }
}
