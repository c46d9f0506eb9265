package org.talks.catalogue.account.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.account.Tokens.NewToken;
import org.talks.catalogue.account.Tokens.Token;
import org.talks.catalogue.web.Page;
import org.talks.catalogue.web.Visit;
import org.talks.catalogue.web.Wording;

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

    /// For how many days a token may be valid, 0 for ever.
    static final List<Integer> DAYS = List.of(90, 30, 365, 0);

    private static String validity(int days) {
        return switch (days) {
            case 0 -> Wording.text("account.until-it-is-revoked");
            case 365 -> Wording.text("account.a-year");
            default -> Wording.text("account.days", days);
        };
    }

    @Override
    public String template() {
        return "account/tokens";
    }

    @Override
    public String title() {
        return Wording.text("account.tokens");
    }

    @Override
    public boolean indexed() {
        return false;
    }

    /// @param expired whether it is of no use any more
    public record Row(Token token, boolean expired) {}

    /// How long a token may be valid, the first being proposed.
    public List<Validity> validities() {
        return DAYS.stream().map(days -> new Validity(days, validity(days))).toList();
    }

    /// @param days 0 for ever
    public record Validity(int days, String label) {}
}
