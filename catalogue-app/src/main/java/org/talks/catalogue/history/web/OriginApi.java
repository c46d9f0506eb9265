package org.talks.catalogue.history.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.talks.catalogue.account.AccountNames;
import org.talks.catalogue.account.CurrentActor;
import org.talks.catalogue.account.Role;
import org.talks.catalogue.api.Describes;
import org.talks.catalogue.api.TaggedJson;
import org.talks.catalogue.history.History;
import org.talks.catalogue.history.Origins;

/// `GET /api/talks/{id}/origins`: which import or person each part of a talk comes from.
@RestController
final class OriginApi {

    private final History history;
    private final AccountNames accounts;
    private final CurrentActor currentActor;
    private final TaggedJson tagged;

    OriginApi(History history, AccountNames accounts, CurrentActor currentActor, TaggedJson tagged) {
        this.history = history;
        this.accounts = accounts;
        this.currentActor = currentActor;
        this.tagged = tagged;
    }

    record Answer(String id, List<PartOrigin> parts) {}

    /// @param part as events name it: `title`, `session:0198…`
    /// @param who in words, people by name for editors only
    /// @param importId of the import that it came by, null for a person
    /// @param source of that import
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PartOrigin(
            String part,
            String label,
            String who,
            @Nullable String importId,
            @Nullable String source,
            Instant time,
            long position) {}

    @Describes(value = "Which import or person each part of a talk comes from.", answer = Answer.class)
    @GetMapping("/api/talks/{id}/origins")
    ResponseEntity<byte[]> origins(@PathVariable String id) {
        var editor = currentActor.may(Role.EDITOR);
        var found = history.of(Thing.stream("talks", id), editor).orElseThrow(() -> Thing.missing("talks", id));
        var who = new Who(accounts, editor);
        return tagged.of(new Answer(
                id,
                Origins.of(found).stream()
                        .map(origin -> {
                            var recorded = origin.step().recorded();
                            var cause = recorded.metadata();
                            return new PartOrigin(
                                    origin.part(),
                                    origin.label(),
                                    who.of(cause),
                                    cause.importId(),
                                    cause.source(),
                                    recorded.time(),
                                    recorded.position());
                        })
                        .toList()));
    }
}
