package org.talks.catalogue.speaker.web;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.web.Ref;
import org.talks.catalogue.web.form.Editing;
import org.talks.catalogue.web.form.Field;
import org.talks.catalogue.web.form.Field.Option;
import org.talks.catalogue.web.form.Form;
import org.talks.events.Link;

/// What can be typed about a speaker, fields named as the commands'. `details.links` is one link a line: the
/// address, then, after a space, what the link says.
public final class SpeakerForms {

    private static final int NAME = 300;

    private SpeakerForms() {}

    /// The parts that have a form, for menus.
    public static List<Ref> parts(String path) {
        return List.of(
                new Ref(path + "/edit/name", "Name"),
                new Ref(path + "/edit/details", "Details"),
                new Ref(path + "/edit/aliases", "Aliases"),
                new Ref(path + "/edit/merge", "Merge"));
    }

    public static Form name(Editing speaker, String name) {
        return speaker.form(
                "name",
                "Rename speaker",
                Field.text("name", "Name", name, NAME).asRequired(),
                new Field.Check(
                        "keepOldNameFindable",
                        "The old name stays findable.",
                        true,
                        "Untick it for a name that is not to be used any more: it then leaves pages and search."));
    }

    /// @param bio converted to Markdown
    public static Form details(Editing speaker, String bio, @Nullable String affiliation, List<Link> links) {
        return speaker.form(
                "details",
                "Correct details",
                Field.text("details.affiliation", "Affiliation", affiliation, NAME),
                Field.markdown("details.bio", "About", bio),
                Field.lines(
                                "details.links",
                                "Links",
                                links.stream().map(SpeakerForms::line).collect(Collectors.joining("\n")),
                                3)
                        .hint("One a line: the address, then what the link says."));
    }

    public static Form alias(Editing speaker) {
        return speaker.form(
                "aliases",
                "Add alias",
                Field.text("alias", "Name", "", NAME).asRequired().hint("Another name under which they are found."));
    }

    /// @param others who it may be, the most similar names first
    public static Form merge(Editing speaker, List<Option> others) {
        return speaker.form("merge", "Merge speaker", Field.choice("into", "Is the same person as", "", others))
                .gravely();
    }

    public static Form remove(Editing speaker) {
        return speaker.reason("remove", "Remove speaker", "Kept in the history. Their talks stay, without them.");
    }

    private static String line(Link link) {
        return link.label() == null ? link.url() : link.url() + " " + link.label();
    }
}
