package org.talks.catalogue.account.web;

import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.talks.catalogue.account.CurrentActor;
import org.talks.catalogue.account.Role;
import org.talks.catalogue.account.Tokens;
import org.talks.catalogue.account.Tokens.Token;
import org.talks.catalogue.api.Describes;
import org.talks.catalogue.command.Refused;

/// One's own tokens, without their secrets; and a new one for any account, for the local operator only: a token
/// that leaked must not be able to make others.
@RestController
@RequestMapping("/api/tokens")
final class TokensApi {

    private final Tokens tokens;
    private final CurrentActor currentActor;

    TokensApi(Tokens tokens, CurrentActor currentActor) {
        this.tokens = tokens;
        this.currentActor = currentActor;
    }

    /// @param account name of the account that the token stands for
    /// @param name of the token
    record Wanted(String account, String name) {}

    /// @param secret shown this once
    record Made(String id, String account, String name, String secret) {}

    @Describes("Your own tokens, without their secrets.")
    @GetMapping
    List<Token> list() {
        return tokens.of(currentActor.require(Role.READER).id());
    }

    @Describes(value = "Makes a token; for the operator of the machine only.", status = 201)
    @PostMapping
    ResponseEntity<Made> make(@RequestBody Wanted wanted) {
        var made = tokens.create(wanted.account(), wanted.name());
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(new Made(made.token().id(), wanted.account(), made.token().name(), made.secret()));
    }

    @ExceptionHandler
    ProblemDetail refused(Refused refusal) {
        var status = switch (refusal) {
            case Refused.NotFound _ -> HttpStatus.NOT_FOUND;
            case Refused.NotNow _ -> HttpStatus.CONFLICT;
            default -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
        var problem = ProblemDetail.forStatusAndDetail(status, String.valueOf(refusal.getMessage()));
        problem.setType(URI.create("/problems/" + refusal.code()));
        return problem;
    }
}
