package org.talks.catalogue.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.talks.catalogue.account.Account;
import org.talks.catalogue.account.Accounts;
import org.talks.catalogue.account.ActorAuthentication;
import org.talks.catalogue.account.CurrentActor;
import org.talks.catalogue.account.Role;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.web.Fragment;
import org.talks.catalogue.web.Visit;

@RestController
@RequestMapping(path = PasswordChangeFilter.PAGE, produces = MediaType.TEXT_HTML_VALUE)
final class PasswordPages {

    private final Accounts accounts;
    private final CurrentActor currentActor;
    private final SecurityContextRepository contexts;

    PasswordPages(Accounts accounts, CurrentActor currentActor, SecurityContextRepository contexts) {
        this.accounts = accounts;
        this.currentActor = currentActor;
        this.contexts = contexts;
    }

    @GetMapping
    PasswordPage form(HttpServletRequest request, Visit visit) {
        return page(visit, Once.take(Boolean.class, request).orElse(false), null);
    }

    @PostMapping
    ResponseEntity<Fragment> change(
            @RequestParam String current,
            @RequestParam String next,
            @RequestParam String again,
            HttpServletRequest request,
            HttpServletResponse response,
            Visit visit) {
        var account = account();
        try {
            if (!next.equals(again)) {
                throw new Refused.Invalid("again", "The new password reads differently the second time.");
            }
            keepSignedIn(
                    accounts.changePassword(account.id(), current, next, request.getRemoteAddr()), request, response);
        } catch (Refused.Invalid refusal) {
            return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT).body(page(visit, false, refusal));
        }
        if (account.mustChange()) {
            return SeeOther.to("/");
        }
        Once.show(true, PasswordChangeFilter.PAGE, request, response);
        return SeeOther.to(PasswordChangeFilter.PAGE);
    }

    /// This session goes on, under another id; all others end, since they carry the old password's stamp.
    private void keepSignedIn(Account account, HttpServletRequest request, HttpServletResponse response) {
        request.changeSessionId();
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(ActorAuthentication.signedIn(account));
        contexts.saveContext(context, request, response);
    }

    private PasswordPage page(Visit visit, boolean changed, Refused.@Nullable Invalid refusal) {
        var account = account();
        return new PasswordPage(
                visit,
                account.name(),
                account.mustChange(),
                changed,
                error(refusal, "current"),
                error(refusal, "next"),
                error(refusal, "again"),
                Accounts.PASSWORD_LENGTH_MIN);
    }

    private static @Nullable String error(Refused.@Nullable Invalid refusal, String field) {
        return refusal == null
                ? null
                : refusal.fields().stream()
                        .filter(error -> error.field().equals(field))
                        .map(Refused.FieldError::message)
                        .findFirst()
                        .orElse(null);
    }

    private Account account() {
        return accounts.find(currentActor.require(Role.READER).id()).orElseThrow();
    }
}
