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
                "There is no such page",
                "The address may be mistyped, or what was here has been withdrawn. Searching for a word of its title may"
                        + " find it.",
                List.of(
                        new Ref("/", "Search"),
                        new Ref("/conferences", "Conferences"),
                        new Ref("/speakers", "Speakers")));
    }

    public static ProblemPage forbidden(Visit visit) {
        return new ProblemPage(
                visit,
                403,
                visit.account() == null ? "This needs an account" : "This is not for your role",
                visit.account() == null
                        ? "Reading is open to everybody; changing the catalogue is for those who sign in."
                        : "Your account may read and not do this. An administrator can give it another role.",
                visit.account() == null
                        ? List.of(new Ref("/sign-in", "Sign in"), new Ref("/", "Search"))
                        : List.of(new Ref("/", "Search")));
    }

    public static ProblemPage failed(Visit visit) {
        return new ProblemPage(
                visit,
                500,
                "Something went wrong here",
                "The fault is the catalogue's, and it has been logged. Nothing was half done; trying again may help.",
                List.of(new Ref("/", "Search")));
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
