package org.talks.catalogue.web;

import java.util.List;

/// What a person sees instead of the page they wanted; the same words as the problem details of the API.
///
/// @param status HTTP status, shown small
/// @param title what went wrong, a sentence without blame
/// @param detail what to do about it; never a class name or a trace
/// @param ways where to go from here
public record ProblemPage(Visit visit, int status, String title, String detail, List<Ref> ways) implements Page {

    public static ProblemPage notFound(Visit visit) {
        return new ProblemPage(
                visit,
                404,
                Wording.text("web.there-is-no-such-page"),
                Wording.text("web.the-address-may-be-mistyped-or"),
                List.of(
                        new Ref("/", Wording.text("search.submit")),
                        new Ref("/conferences", Wording.text("nav.conferences")),
                        new Ref("/speakers", Wording.text("nav.speakers"))));
    }

    public static ProblemPage forbidden(Visit visit) {
        return new ProblemPage(
                visit,
                403,
                visit.account() == null
                        ? Wording.text("web.this-needs-an-account")
                        : Wording.text("web.this-is-not-for-your-role"),
                visit.account() == null
                        ? Wording.text("web.reading-is-open-to-everybody-changing")
                        : Wording.text("web.your-account-may-read-and-not"),
                visit.account() == null
                        ? List.of(
                                new Ref("/sign-in", Wording.text("account.sign-in")),
                                new Ref("/", Wording.text("search.submit")))
                        : List.of(new Ref("/", Wording.text("search.submit"))));
    }

    public static ProblemPage failed(Visit visit) {
        return new ProblemPage(
                visit,
                500,
                Wording.text("web.something-went-wrong-here"),
                Wording.text("web.the-fault-is-the-catalogues-and"),
                List.of(new Ref("/", Wording.text("search.submit"))));
    }

    @Override
    public String template() {
        return "parts/problem";
    }

    @Override
    public boolean indexed() {
        return false;
    }
}
