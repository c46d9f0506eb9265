package org.talks.catalogue.account.web;

import org.jspecify.annotations.Nullable;
import org.talks.catalogue.web.Page;
import org.talks.catalogue.web.Visit;
import org.talks.catalogue.web.Wording;

/// The form to sign in: posts `name`, `password`, `next` and `_csrf` to `/sign-in`.
///
/// @param next where to go afterwards, a path of this catalogue
/// @param name as typed before, empty at first
/// @param error why it did not work, a sentence; null at first
public record SignInPage(
        Visit visit, String next, String name, @Nullable String error) implements Page {

    @Override
    public String template() {
        return "account/signIn";
    }

    @Override
    public String title() {
        return Wording.text("account.sign-in");
    }

    @Override
    public boolean indexed() {
        return false;
    }
}
