package org.talks.catalogue.account.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.account.Tokens.NewToken;
import org.talks.catalogue.account.Tokens.Token;
import org.talks.catalogue.web.Page;
import org.talks.catalogue.web.Visit;

/// One's tokens, and a form to make one: posts `name`, `days` and `_csrf` to `/account/tokens`; each token has a
/// form that posts `_csrf` to `/account/tokens/{id}/revoke`.
///
/// @param tokens newest first
/// @param made the token that was made just before, shown this once; null otherwise
/// @param name as typed before, empty at first
/// @param error why no token was made, a sentence; null otherwise
public record TokensPage(
        Visit visit,
        List<Row> tokens,
        @Nullable NewToken made,
        String name,
        @Nullable String error) implements Page {

    @Override
    public String template() {
        return "account/tokens";
    }

    @Override
    public String title() {
        return "Tokens";
    }

    @Override
    public boolean indexed() {
        return false;
    }

    /// @param expired whether it is of no use any more
    public record Row(Token token, boolean expired) {}

    /// How long a token may be valid, the first being proposed.
    public List<Validity> validities() {
        return Validity.ALL;
    }

    /// @param days 0 for ever
    public record Validity(int days, String label) {
        static final List<Validity> ALL = List.of(
                new Validity(90, "90 days"),
                new Validity(30, "30 days"),
                new Validity(365, "a year"),
                new Validity(0, "until it is revoked"));
    }
}
