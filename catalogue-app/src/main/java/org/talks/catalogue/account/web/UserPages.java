package org.talks.catalogue.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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
import org.talks.catalogue.account.Accounts;
import org.talks.catalogue.account.Accounts.WithPassword;
import org.talks.catalogue.account.CurrentActor;
import org.talks.catalogue.account.Role;
import org.talks.catalogue.command.Refused;

@RestController
@RequestMapping(path = UserPages.PATH, produces = MediaType.TEXT_HTML_VALUE)
final class UserPages {

    static final String PATH = "/account/users";

    private final Accounts accounts;
    private final CurrentActor currentActor;
    private final AccountPages pages;

    UserPages(Accounts accounts, CurrentActor currentActor, AccountPages pages) {
        this.accounts = accounts;
        this.currentActor = currentActor;
        this.pages = pages;
    }

    @GetMapping
    String list(HttpServletRequest request, CsrfToken csrf) {
        return page(csrf, Once.take(WithPassword.class, request).orElse(null), "", Role.EDITOR, null);
    }

    @PostMapping
    ResponseEntity<String> add(
            @RequestParam String name,
            @RequestParam Role role,
            HttpServletRequest request,
            HttpServletResponse response,
            CsrfToken csrf) {
        try {
            Once.show(accounts.add(name.strip(), role), PATH, request, response);
            return SeeOther.to(PATH);
        } catch (Refused refusal) {
            return refused(refusal, csrf, name, role);
        }
    }

    @PostMapping("/{id}/role")
    ResponseEntity<String> setRole(@PathVariable String id, @RequestParam Role role, CsrfToken csrf) {
        return change(id, csrf, () -> accounts.setRole(id, role));
    }

    @PostMapping("/{id}/disable")
    ResponseEntity<String> disable(@PathVariable String id, CsrfToken csrf) {
        return change(id, csrf, () -> accounts.disable(id));
    }

    @PostMapping("/{id}/enable")
    ResponseEntity<String> enable(@PathVariable String id, CsrfToken csrf) {
        return change(id, csrf, () -> accounts.enable(id));
    }

    @PostMapping("/{id}/password")
    ResponseEntity<String> resetPassword(
            @PathVariable String id, HttpServletRequest request, HttpServletResponse response, CsrfToken csrf) {
        return change(id, csrf, () -> Once.show(accounts.resetPassword(id), PATH, request, response));
    }

    private ResponseEntity<String> change(String id, CsrfToken csrf, Runnable change) {
        try {
            if (id.equals(self())) {
                throw new Refused.NotNow("This is your own account. Another administrator can do that.");
            }
            change.run();
            return SeeOther.to(PATH);
        } catch (Refused refusal) {
            return refused(refusal, csrf, "", Role.EDITOR);
        }
    }

    private ResponseEntity<String> refused(Refused refusal, CsrfToken csrf, String name, Role role) {
        var status = refusal instanceof Refused.NotFound ? HttpStatus.NOT_FOUND : HttpStatus.UNPROCESSABLE_CONTENT;
        return ResponseEntity.status(status).body(page(csrf, null, name, role, refusal.getMessage()));
    }

    private String self() {
        return currentActor.require(Role.ADMINISTRATOR).id();
    }

    private String page(CsrfToken csrf, @Nullable WithPassword made, String name, Role role, @Nullable String error) {
        var self = self();
        var rows = accounts.all().stream()
                .map(account -> new UsersPage.Row(account, account.id().equals(self)))
                .toList();
        return pages.users(new UsersPage(csrf.getToken(), rows, made, name, role, error));
    }
}
