package org.talks.catalogue.talk.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talks.catalogue.command.CatalogueCommand;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.pages.Addresses;
import org.talks.catalogue.pages.Typed;
import org.talks.catalogue.speaker.SpeakerCommand.RegisterSpeaker;
import org.talks.catalogue.speaker.SpeakerId;
import org.talks.catalogue.speaker.Speakers;
import org.talks.catalogue.talk.TalkCommand.SetSpeakers;
import org.talks.catalogue.talk.TalkContent;
import org.talks.catalogue.talk.TalkId;
import org.talks.events.Credit;

/// Who gives a talk, as names in a form: a name that one person has is theirs, one that nobody has makes a new
/// person, and of several with the same name the address of a page says which. The same form asks for the same,
/// also before the views know who was new in it.
@Component
final class Billing {

    /// As many as a form may have, spare rows included.
    private static final int ROWS_MAX = 200;

    private final Speakers speakers;

    Billing(Speakers speakers) {
        this.speakers = speakers;
    }

    List<TalkForms.Billed> billed(TalkContent talk) {
        var names =
                speakers.names(talk.speakers().stream().map(Credit::speakerId).toList());
        return talk.speakers().stream()
                .map(credit -> {
                    var name = names.get(credit.speakerId());
                    return new TalkForms.Billed(
                            credit.speakerId(), name == null ? credit.speakerId() : name.name(), credit.role());
                })
                .toList();
    }

    private record Row(int place, Credit credit) {}

    List<CatalogueCommand> commands(TalkContent talk, Typed typed) {
        var shown = billed(talk).stream()
                .collect(Collectors.toMap(TalkForms.Billed::speakerId, TalkForms.Billed::name, (a, b) -> a));
        var commands = new ArrayList<CatalogueCommand>();
        var rows = new ArrayList<Row>();
        for (var i = 0; i < ROWS_MAX && typed.has("speakers[" + i + "].name"); i++) {
            var prefix = "speakers[" + i + "].";
            var name = typed.orNull(prefix + "name");
            if (name != null) {
                var id = typed.text(prefix + "speakerId");
                var speaker = name.equals(shown.get(id)) ? id : find(prefix + "name", name, typed, commands);
                var role = Objects.requireNonNullElse(typed.orNull(prefix + "role"), Credit.SPEAKER);
                var place = typed.number(prefix + "place");
                rows.add(new Row(place == null ? i + 1 : place, new Credit(speaker, role)));
            }
        }
        rows.sort(Comparator.comparingInt(Row::place));
        commands.add(new SetSpeakers(
                new TalkId(talk.talkId()), rows.stream().map(Row::credit).toList()));
        return commands;
    }

    private String find(String field, String name, Typed typed, List<CatalogueCommand> commands) {
        var addressed = Addresses.id(name).map(speakers::find).orElse(null);
        if (addressed != null) {
            return addressed.speakerId();
        }
        if (Addresses.id(name).isPresent()) {
            throw new Refused.Invalid(field, "There is no speaker at this address.");
        }
        var same = speakers.named(name);
        if (same.size() > 1) {
            throw new Refused.Invalid(
                    field,
                    "Several people are called " + name + ". Type the address of the right one's page: "
                            + same.stream().map(s -> "/speakers/" + s.id()).collect(Collectors.joining(", ")) + ".");
        }
        if (same.size() == 1) {
            return same.getFirst().id();
        }
        var added = registered(name, commands);
        if (added != null) {
            return added;
        }
        var id = typed.newId(name);
        commands.add(new RegisterSpeaker(new SpeakerId(id), name, List.of(), null, null));
        return id;
    }

    /// Named twice in one form.
    private static @Nullable String registered(String name, List<CatalogueCommand> commands) {
        return commands.stream()
                .filter(RegisterSpeaker.class::isInstance)
                .map(RegisterSpeaker.class::cast)
                .filter(command -> command.name().equals(name))
                .map(command -> command.speaker().value())
                .findFirst()
                .orElse(null);
    }
}
