package org.talks.catalogue.speaker.model;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.command.Decider;
import org.talks.catalogue.command.Lookup;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.rules.Checks;
import org.talks.catalogue.rules.Limits;
import org.talks.catalogue.rules.Lists;
import org.talks.catalogue.rules.References;
import org.talks.catalogue.rules.Texts;
import org.talks.catalogue.speaker.SpeakerCommand;
import org.talks.catalogue.speaker.SpeakerCommand.AddAlias;
import org.talks.catalogue.speaker.SpeakerCommand.CorrectSpeakerDetails;
import org.talks.catalogue.speaker.SpeakerCommand.LinkSpeakerToSource;
import org.talks.catalogue.speaker.SpeakerCommand.MergeSpeaker;
import org.talks.catalogue.speaker.SpeakerCommand.RegisterSpeaker;
import org.talks.catalogue.speaker.SpeakerCommand.RemoveAlias;
import org.talks.catalogue.speaker.SpeakerCommand.RemoveSpeaker;
import org.talks.catalogue.speaker.SpeakerCommand.RenameSpeaker;
import org.talks.catalogue.speaker.SpeakerCommand.RestoreSpeaker;
import org.talks.catalogue.speaker.SpeakerCommand.UnlinkSpeakerFromSource;
import org.talks.catalogue.speaker.SpeakerCommand.UnmergeSpeaker;
import org.talks.catalogue.speaker.SpeakerContent;
import org.talks.events.Link;
import org.talks.events.SpeakerDetails;
import org.talks.events.SpeakerEvent;
import org.talks.events.SpeakerEvent.SpeakerAliasAdded;
import org.talks.events.SpeakerEvent.SpeakerAliasRemoved;
import org.talks.events.SpeakerEvent.SpeakerDetailsCorrected;
import org.talks.events.SpeakerEvent.SpeakerLinkedToSource;
import org.talks.events.SpeakerEvent.SpeakerMergedInto;
import org.talks.events.SpeakerEvent.SpeakerRegistered;
import org.talks.events.SpeakerEvent.SpeakerRemoved;
import org.talks.events.SpeakerEvent.SpeakerRenamed;
import org.talks.events.SpeakerEvent.SpeakerRestored;
import org.talks.events.SpeakerEvent.SpeakerUnlinkedFromSource;
import org.talks.events.SpeakerEvent.SpeakerUnmerged;

/// Decides what a command changes. A removed speaker takes nothing but a restoring; what is told of a merged one
/// is refused, because it would not be shown. A part that already is as the command says appends nothing.
final class SpeakerDecider implements Decider<SpeakerCommand, SpeakerEvent, SpeakerContent> {

    private static final String KIND = "speaker";

    @Override
    public List<SpeakerEvent> decide(SpeakerCommand command, @Nullable SpeakerContent speaker, Lookup lookup) {
        return switch (command) {
            case RegisterSpeaker c -> register(c, speaker, lookup);
            case RenameSpeaker c -> rename(c, shown(c, speaker));
            case CorrectSpeakerDetails c -> correct(c, shown(c, speaker));
            case AddAlias c -> addAlias(c, shown(c, speaker));
            case RemoveAlias c -> removeAlias(c, shown(c, speaker));
            case MergeSpeaker c -> merge(c, open(c, speaker), lookup);
            case UnmergeSpeaker c -> unmerge(open(c, speaker));
            case RemoveSpeaker c -> remove(c, recorded(c, speaker));
            case RestoreSpeaker c -> restore(c, recorded(c, speaker), lookup);
            case LinkSpeakerToSource c -> link(c, open(c, speaker), lookup);
            case UnlinkSpeakerFromSource c -> unlink(c, open(c, speaker));
        };
    }

    @Override
    public SpeakerContent evolve(@Nullable SpeakerContent speaker, SpeakerEvent event) {
        return SpeakerContent.after(speaker, event);
    }

    @Override
    public List<SpeakerCommand> undo(SpeakerEvent event, @Nullable SpeakerContent before) {
        return SpeakerUndo.of(event, before);
    }

    private static List<SpeakerEvent> register(
            RegisterSpeaker command, @Nullable SpeakerContent speaker, Lookup lookup) {
        var checks = new Checks();
        var name = name(checks, "name", command.name());
        var aliases = aliases(checks, command.aliases(), name);
        var details = command.details() == null ? SpeakerDetails.NONE : details(checks, command.details());
        var source = checks.optionalSource("source", command.source());
        checks.done();
        if (speaker != null) {
            boolean same = !speaker.removed()
                    && speaker.name().equals(name)
                    && speaker.aliases().equals(aliases)
                    && speaker.details().equals(details)
                    && (source == null || speaker.sources().contains(source));
            if (same) {
                return List.of();
            }
            throw new Refused.NotNow("There is a speaker with this id already, and it is another one: change that one,"
                    + " or register this one under a new id.");
        }
        if (source != null) {
            References.requireFree(lookup, KIND, source, command.stream());
        }
        return List.of(new SpeakerRegistered(command.speaker().value(), name, aliases, details, source));
    }

    private static List<SpeakerEvent> rename(RenameSpeaker command, SpeakerContent speaker) {
        var checks = new Checks();
        var name = name(checks, "name", command.name());
        checks.done();
        if (name.equals(speaker.name())) {
            return List.of();
        }
        var aliases = command.keepOldNameFindable() ? Lists.plus(speaker.aliases(), speaker.name()) : speaker.aliases();
        aliases = Lists.sortedSet(Lists.minus(aliases, name), Comparator.naturalOrder());
        checks.tooMany("name", aliases.size(), "aliases, the old name among them", Limits.ALIASES_MAX);
        checks.done();
        return List.of(new SpeakerRenamed(speaker.speakerId(), name, command.keepOldNameFindable(), aliases));
    }

    private static List<SpeakerEvent> correct(CorrectSpeakerDetails command, SpeakerContent speaker) {
        var checks = new Checks();
        var details = details(checks, command.details());
        checks.done();
        return when(!details.equals(speaker.details()), new SpeakerDetailsCorrected(speaker.speakerId(), details));
    }

    private static List<SpeakerEvent> addAlias(AddAlias command, SpeakerContent speaker) {
        var checks = new Checks();
        var alias = name(checks, "alias", command.alias());
        checks.done();
        if (alias.equals(speaker.name()) || speaker.aliases().contains(alias)) {
            return List.of();
        }
        checks.tooMany("alias", speaker.aliases().size() + 1, "aliases", Limits.ALIASES_MAX);
        checks.done();
        return List.of(new SpeakerAliasAdded(speaker.speakerId(), alias));
    }

    private static List<SpeakerEvent> removeAlias(RemoveAlias command, SpeakerContent speaker) {
        var checks = new Checks();
        var alias = name(checks, "alias", command.alias());
        checks.done();
        return when(speaker.aliases().contains(alias), new SpeakerAliasRemoved(speaker.speakerId(), alias));
    }

    private static List<SpeakerEvent> merge(MergeSpeaker command, SpeakerContent speaker, Lookup lookup) {
        if (absent(command.into())) {
            throw new Refused.Invalid("into", "The other speaker is missing: give one.");
        }
        var into = command.into();
        if (into.value().equals(speaker.mergedInto())) {
            return List.of();
        }
        if (into.equals(command.speaker())) {
            throw new Refused.Invalid("into", "A speaker cannot be merged into themselves: choose another one.");
        }
        if (!lookup.exists(into.stream())) {
            throw new Refused.Invalid(
                    "into", "There is no speaker " + into + ", or they were removed: choose one that is shown.");
        }
        if (speaker.mergedInto() != null) {
            throw new Refused.NotNow("This speaker is merged into " + speaker.mergedInto() + ": un-merge them first.");
        }
        var canonical = lookup.canonicalSpeaker(into.value());
        if (canonical.equals(speaker.speakerId())) {
            throw new Refused.NotNow(
                    "The other speaker is merged into this one: un-merge them first, or leave it at that.");
        }
        if (!canonical.equals(into.value())) {
            throw new Refused.NotNow("The other speaker is merged into " + canonical + ": merge into that one.");
        }
        return List.of(new SpeakerMergedInto(speaker.speakerId(), into.value()));
    }

    private static List<SpeakerEvent> unmerge(SpeakerContent speaker) {
        var into = speaker.mergedInto();
        return into == null ? List.of() : List.of(new SpeakerUnmerged(speaker.speakerId(), into));
    }

    private static List<SpeakerEvent> remove(RemoveSpeaker command, SpeakerContent speaker) {
        var reason = Checks.onlyReason(command.reason());
        boolean changes = !speaker.removed() || !Objects.equals(reason, speaker.removedReason());
        return when(changes, new SpeakerRemoved(speaker.speakerId(), reason));
    }

    private static List<SpeakerEvent> restore(RestoreSpeaker command, SpeakerContent speaker, Lookup lookup) {
        if (!speaker.removed()) {
            return List.of();
        }
        References.requireFree(lookup, KIND, speaker.sources(), command.stream());
        return List.of(new SpeakerRestored(speaker.speakerId()));
    }

    private static List<SpeakerEvent> link(LinkSpeakerToSource command, SpeakerContent speaker, Lookup lookup) {
        var checks = new Checks();
        var source = checks.source("source", command.source());
        checks.done();
        if (speaker.sources().contains(source)) {
            return List.of();
        }
        checks.tooMany("source", speaker.sources().size() + 1, "sources", Limits.REFERENCES_MAX);
        checks.done();
        References.requireFree(lookup, KIND, source, command.stream());
        return List.of(new SpeakerLinkedToSource(speaker.speakerId(), source));
    }

    private static List<SpeakerEvent> unlink(UnlinkSpeakerFromSource command, SpeakerContent speaker) {
        var checks = new Checks();
        var source = checks.source("source", command.source());
        checks.done();
        return when(speaker.sources().contains(source), new SpeakerUnlinkedFromSource(speaker.speakerId(), source));
    }

    private static String name(Checks checks, String field, @Nullable String value) {
        return checks.line(field, value, field, Limits.NAME_CHARACTERS_MAX);
    }

    /// Sorted, each once, without blank ones and without the name itself.
    private static List<String> aliases(Checks checks, List<String> value, String name) {
        if (checks.tooMany("aliases", value.size(), "aliases", Limits.ALIASES_MAX)) {
            return List.of();
        }
        var aliases = value.stream()
                .map(Texts::lineOrNull)
                .filter(Objects::nonNull)
                .filter(alias -> !alias.equals(name))
                .sorted()
                .distinct()
                .toList();
        return checks.each(
                "aliases",
                aliases,
                "aliases",
                Limits.ALIASES_MAX,
                (field, alias) -> checks.line(field, alias, "alias", Limits.NAME_CHARACTERS_MAX));
    }

    private static SpeakerDetails details(Checks checks, @Nullable SpeakerDetails value) {
        if (value == null) {
            checks.missing("details", "description of the speaker");
            return SpeakerDetails.NONE;
        }
        var in = checks.in("details");
        return new SpeakerDetails(
                in.optionalText("bio", value.bio(), "biography", Limits.BIO_CHARACTERS_MAX),
                in.optionalLine("affiliation", value.affiliation(), "affiliation", Limits.LINE_CHARACTERS_MAX),
                in.each("links", value.links(), "links", Limits.LINKS_MAX, (field, link) -> {
                    var inLink = in.in(field);
                    return new Link(
                            inLink.url("url", link.url(), "address"),
                            inLink.optionalLine("label", link.label(), "label", Limits.LABEL_CHARACTERS_MAX));
                }));
    }

    /// The speaker, when what is told of them is shown under their own name.
    private static SpeakerContent shown(SpeakerCommand command, @Nullable SpeakerContent state) {
        var speaker = open(command, state);
        if (speaker.mergedInto() != null) {
            throw new Refused.NotNow("This speaker is merged into " + speaker.mergedInto()
                    + ": change that one, or un-merge them first.");
        }
        return speaker;
    }

    private static SpeakerContent open(SpeakerCommand command, @Nullable SpeakerContent state) {
        var speaker = recorded(command, state);
        if (speaker.removed()) {
            throw new Refused.NotNow("This speaker was removed: restore them before changing anything.");
        }
        return speaker;
    }

    private static SpeakerContent recorded(SpeakerCommand command, @Nullable SpeakerContent speaker) {
        if (speaker == null) {
            throw new Refused.NotFound("There is no speaker " + command.speaker() + ": check their address.");
        }
        return speaker;
    }

    /// JSON may leave out what the type promises.
    private static boolean absent(@Nullable Object value) {
        return value == null;
    }

    private static List<SpeakerEvent> when(boolean changes, SpeakerEvent event) {
        return changes ? List.of(event) : List.of();
    }
}
