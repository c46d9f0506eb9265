package org.talks.catalogue.speaker.web;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.web.Ref;
import org.talks.catalogue.web.Wording;
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
                new Ref(path + "/edit/name", Wording.text("account.name")),
                new Ref(path + "/edit/details", Wording.text("conference.details")),
                new Ref(path + "/edit/aliases", Wording.text("speaker.aliases")),
                new Ref(path + "/edit/merge", Wording.text("speaker.merge-a")));
    }

    public static Form name(Editing speaker, String name) {
        return speaker.form(
                "name",
                Wording.text("speaker.rename-speaker"),
                Field.text("name", Wording.text("account.name"), name, NAME).asRequired(),
                new Field.Check(
                        "keepOldNameFindable",
                        Wording.text("speaker.the-old-name-stays-findable"),
                        true,
                        Wording.text("speaker.untick-it-for-a-name-that")));
    }

    /// @param bio converted to Markdown
    public static Form details(Editing speaker, String bio, @Nullable String affiliation, List<Link> links) {
        return speaker.form(
                "details",
                Wording.text("conference.correct-details"),
                Field.text("details.affiliation", Wording.text("history.affiliation"), affiliation, NAME),
                Field.markdown("details.bio", Wording.text("speaker.about"), bio),
                Field.lines(
                                "details.links",
                                Wording.text("history.links"),
                                links.stream().map(SpeakerForms::line).collect(Collectors.joining("\n")),
                                3)
                        .hint(Wording.text("speaker.one-a-line-the-address-then")));
    }

    public static Form alias(Editing speaker) {
        return speaker.form(
                "aliases",
                Wording.text("speaker.add-alias"),
                Field.text("alias", Wording.text("account.name"), "", NAME)
                        .asRequired()
                        .hint(Wording.text("speaker.another-name-under-which-they-are")));
    }

    /// @param others who it may be, the most similar names first
    public static Form merge(Editing speaker, List<Option> others) {
        return speaker.form(
                        "merge",
                        Wording.text("speaker.merge-speaker"),
                        Field.choice("into", Wording.text("speaker.is-the-same-person-as"), "", others)
                                .hint(Wording.text("speaker.merge-hint")))
                .gravely();
    }

    public static Form remove(Editing speaker) {
        return speaker.reason(
                "remove",
                Wording.text("speaker.remove-speaker"),
                Wording.text("speaker.kept-in-the-history-their-talks"));
    }

    private static String line(Link link) {
        return link.label() == null ? link.url() : link.url() + " " + link.label();
    }
}
