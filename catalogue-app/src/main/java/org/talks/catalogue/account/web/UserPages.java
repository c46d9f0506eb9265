package org.talks.catalogue.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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
import org.talks.catalogue.account.Accounts;
import org.talks.catalogue.account.Accounts.WithPassword;
import org.talks.catalogue.account.CurrentActor;
import org.talks.catalogue.account.Role;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.web.Fragment;
import org.talks.catalogue.web.Visit;

@RestController
@RequestMapping(path = UserPages.PATH, produces = MediaType.TEXT_HTML_VALUE)
final class UserPages {

    static final String PATH = "/account/users";

    private final Accounts accounts;
    private final CurrentActor currentActor;

    UserPages(Accounts accounts, CurrentActor currentActor) {
        this.accounts = accounts;
        this.currentActor = currentActor;
    }

    @GetMapping
    UsersPage list(HttpServletRequest request, Visit visit) {
        return page(visit, Once.take(WithPassword.class, request).orElse(null), "", Role.EDITOR, null);
    }

    @PostMapping
    ResponseEntity<Fragment> add(
            @RequestParam String name,
            @RequestParam Role role,
            HttpServletRequest request,
            HttpServletResponse response,
            Visit visit) {
        try {
            Once.show(accounts.add(name.strip(), role), PATH, request, response);
            return SeeOther.to(PATH);
        } catch (Refused refusal) {
            return refused(refusal, visit, name, role);
        }
    }

    @PostMapping("/{id}/role")
    ResponseEntity<Fragment> setRole(@PathVariable String id, @RequestParam Role role, Visit visit) {
        return change(id, visit, () -> accounts.setRole(id, role));
    }

    @PostMapping("/{id}/disable")
    ResponseEntity<Fragment> disable(@PathVariable String id, Visit visit) {
        return change(id, visit, () -> accounts.disable(id));
    }

    @PostMapping("/{id}/enable")
    ResponseEntity<Fragment> enable(@PathVariable String id, Visit visit) {
        return change(id, visit, () -> accounts.enable(id));
    }

    @PostMapping("/{id}/password")
    ResponseEntity<Fragment> resetPassword(
            @PathVariable String id, HttpServletRequest request, HttpServletResponse response, Visit visit) {
        return change(id, visit, () -> Once.show(accounts.resetPassword(id), PATH, request, response));
    }

    private ResponseEntity<Fragment> change(String id, Visit visit, Runnable change) {
        try {
            if (id.equals(self())) {
                throw new Refused.NotNow("This is your own account. Another administrator can do that.");
            }
            change.run();
            return SeeOther.to(PATH);
        } catch (Refused refusal) {
            return refused(refusal, visit, "", Role.EDITOR);
        }
    }

    private ResponseEntity<Fragment> refused(Refused refusal, Visit visit, String name, Role role) {
        var status = refusal instanceof Refused.NotFound ? HttpStatus.NOT_FOUND : HttpStatus.UNPROCESSABLE_CONTENT;
        return ResponseEntity.status(status).body(page(visit, null, name, role, refusal.getMessage()));
    }

    private String self() {
        return currentActor.require(Role.ADMINISTRATOR).id();
    }

    private UsersPage page(Visit visit, @Nullable WithPassword made, String name, Role role, @Nullable String error) {
        var self = self();
        var rows = accounts.all().stream()
                .map(account -> new UsersPage.Row(account, account.id().equals(self)))
                .toList();
        return new UsersPage(visit, rows, made, name, role, error);
    }
}
