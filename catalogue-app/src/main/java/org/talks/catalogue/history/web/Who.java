package org.talks.catalogue.history.web;

import java.util.HashMap;
import java.util.Map;
import org.talks.catalogue.account.AccountNames;
import org.talks.catalogue.account.Actor;
import org.talks.catalogue.eventstore.EventMetadata;
import org.talks.catalogue.web.Wording;

/// Who caused events, in words; people by name only for those who may edit. For one request.
final class Who {

    private static final String STARTER = "starter";

    private final AccountNames accounts;
    private final boolean editor;
    private final Map<String, String> known = new HashMap<>();

    Who(AccountNames accounts, boolean editor) {
        this.accounts = accounts;
        this.editor = editor;
    }

    /// `an editor`, `ana`, `the import of pyvideo`, `the starter data`, `the local operator`
    String of(EventMetadata cause) {
        if (cause.actor().equals(STARTER)) {
            return Wording.text("history.the-starter-data");
        }
        if (cause.importId() != null) {
            return cause.source() == null
                    ? Wording.text("history.an-import")
                    : Wording.text("history.the-import-of", cause.source());
        }
        if (cause.actor().equals(Actor.LOCAL.id())) {
            return Wording.text("history.the-local-operator");
        }
        return editor ? known.computeIfAbsent(cause.actor(), this::person) : Wording.text("history.an-editor");
    }

    /// Whether a report tells more.
    static boolean reported(EventMetadata cause) {
        return cause.importId() != null && !cause.actor().equals(STARTER);
    }

    private String person(String actor) {
        return accounts.nameOf(actor).orElse(Wording.text("history.a-former-editor"));
    }
}
