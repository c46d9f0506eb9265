package org.talks.catalogue.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
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

@RestController
@RequestMapping(path = TokenPages.PATH, produces = MediaType.TEXT_HTML_VALUE)
final class TokenPages {

    static final String PATH = "/account/tokens";

    private final Tokens tokens;
    private final CurrentActor currentActor;
    private final AccountPages pages;

    TokenPages(Tokens tokens, CurrentActor currentActor, AccountPages pages) {
        this.tokens = tokens;
        this.currentActor = currentActor;
        this.pages = pages;
    }

    @GetMapping
    String list(HttpServletRequest request, CsrfToken csrf) {
        return page(csrf, Once.take(NewToken.class, request).orElse(null), "", null);
    }

    @PostMapping
    ResponseEntity<String> make(
            @RequestParam String name,
            @RequestParam int days,
            HttpServletRequest request,
            HttpServletResponse response,
            CsrfToken csrf) {
        try {
            var made = tokens.createFor(owner(), name, validity(days));
            Once.show(made, PATH, request, response);
            return SeeOther.to(PATH);
        } catch (Refused.Invalid | Refused.NotNow refusal) {
            return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
                    .body(page(csrf, null, name, refusal.getMessage()));
        }
    }

    @PostMapping("/{id}/revoke")
    ResponseEntity<String> revoke(@PathVariable String id, CsrfToken csrf) {
        try {
            tokens.revoke(owner(), id);
            return SeeOther.to(PATH);
        } catch (Refused.NotFound refusal) {
            return ResponseEntity.status(HttpStatus.NOT_FOUND).body(page(csrf, null, "", refusal.getMessage()));
        }
    }

    private static @Nullable Duration validity(int days) {
        if (TokensPage.Validity.ALL.stream().noneMatch(offered -> offered.days() == days)) {
            throw new Refused.Invalid("days", "Choose one of the offered times.");
        }
        return days == 0 ? null : Duration.ofDays(days);
    }

    private String owner() {
        return currentActor.require(Role.READER).id();
    }

    private String page(CsrfToken csrf, @Nullable NewToken made, String name, @Nullable String error) {
        var now = Instant.now();
        var rows = tokens.of(owner()).stream()
                .map(token -> new TokensPage.Row(token, token.expires() != null && !now.isBefore(token.expires())))
                .toList();
        return pages.tokens(new TokensPage(csrf.getToken(), rows, made, name, error));
    }
}
