package org.talks.catalogue.account.web;

import org.jspecify.annotations.Nullable;

/// The form to sign in: posts `name`, `password`, `next` and `_csrf` to `/sign-in`.
///
/// @param next where to go afterwards, a path of this catalogue
/// @param name as typed before, empty at first
/// @param error why it did not work, a sentence; null at first
public record SignInPage(
        String csrf, String next, String name, @Nullable String error) {}
