package org.talks.catalogue.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.talks.catalogue.account.CurrentActor;
import org.talks.catalogue.account.Role;
import org.talks.catalogue.account.Tokens;
import org.talks.catalogue.account.Tokens.NewToken;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.web.Fragment;
import org.talks.catalogue.web.Visit;

@RestController
@RequestMapping(path = TokenPages.PATH, produces = MediaType.TEXT_HTML_VALUE)
final class TokenPages {

    static final String PATH = "/account/tokens";

    private final Tokens tokens;
    private final CurrentActor currentActor;

    TokenPages(Tokens tokens, CurrentActor currentActor) {
        this.tokens = tokens;
        this.currentActor = currentActor;
    }

    @GetMapping
    TokensPage list(HttpServletRequest request, Visit visit) {
        return page(visit, Once.take(NewToken.class, request).orElse(null), "", null);
    }

    @PostMapping
    ResponseEntity<Fragment> make(
            @RequestParam String name,
            @RequestParam int days,
            HttpServletRequest request,
            HttpServletResponse response,
            Visit visit) {
        try {
            var made = tokens.createFor(owner(), name, validity(days));
            Once.show(made, PATH, request, response);
            return SeeOther.to(PATH);
        } catch (Refused.Invalid | Refused.NotNow refusal) {
            return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
                    .body(page(visit, null, name, refusal.getMessage()));
        }
    }

    @PostMapping("/{id}/revoke")
    ResponseEntity<Fragment> revoke(@PathVariable String id, Visit visit) {
        try {
            tokens.revoke(owner(), id);
            return SeeOther.to(PATH);
        } catch (Refused.NotFound refusal) {
            return ResponseEntity.status(HttpStatus.NOT_FOUND).body(page(visit, null, "", refusal.getMessage()));
        }
    }

    private static @Nullable Duration validity(int days) {
        if (!TokensPage.DAYS.contains(days)) {
            throw new Refused.Invalid("days", "Choose one of the offered times.");
        }
        return days == 0 ? null : Duration.ofDays(days);
    }

    private String owner() {
        return currentActor.require(Role.READER).id();
    }

    private TokensPage page(Visit visit, @Nullable NewToken made, String name, @Nullable String error) {
        var now = Instant.now();
        var rows = tokens.of(owner()).stream()
                .map(token -> new TokensPage.Row(token, token.expires() != null && !now.isBefore(token.expires())))
                .toList();
        return new TokensPage(visit, rows, made, name, error);
    }
}
