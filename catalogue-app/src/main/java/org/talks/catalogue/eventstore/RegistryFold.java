package org.talks.catalogue.eventstore;

import org.jspecify.annotations.Nullable;
import org.talks.events.CatalogueEvent;
import org.talks.events.ConferenceEvent;
import org.talks.events.SeriesEvent;
import org.talks.events.SpeakerEvent;
import org.talks.events.TalkEvent;
import org.talks.events.TranscriptEvent;

/// What each event says to the registries: what is there and what is gone, whose source keys are whose, who goes by
/// which name. Deterministic, so that the whole log folded again gives the same registries.
final class RegistryFold {

    private RegistryFold() {}

    static void fold(CatalogueEvent event, @Nullable String delivered, Registries to) {
        switch (event) {
            case TalkEvent talk -> talk(talk, delivered, to);
            case ConferenceEvent conference -> conference(conference, delivered, to);
            case SeriesEvent series -> series(series, delivered, to);
            case SpeakerEvent speaker -> speaker(speaker, delivered, to);
            case TranscriptEvent transcript ->
                to.present(transcript.stream(), !(transcript instanceof TranscriptEvent.TranscriptRemoved));
        }
    }

    private static void talk(TalkEvent event, @Nullable String delivered, Registries to) {
        switch (event) {
            case TalkEvent.TalkAdded added -> {
                to.present(event.stream(), true);
                to.link("talk", added.source(), event.stream(), delivered);
            }
            case TalkEvent.TalkWithdrawn withdrawn -> {
                to.present(withdrawn.stream(), false);
                to.delivered("talk", withdrawn.stream(), delivered);
            }
            case TalkEvent.TalkRestored restored -> {
                to.present(restored.stream(), true);
                to.delivered("talk", restored.stream(), delivered);
            }
            case TalkEvent.TalkLinkedToSource linked -> to.link("talk", linked.source(), event.stream(), delivered);
            case TalkEvent.TalkUnlinkedFromSource unlinked -> to.unlink("talk", unlinked.source());
            default -> to.delivered("talk", event.stream(), delivered);
        }
    }

    private static void conference(ConferenceEvent event, @Nullable String delivered, Registries to) {
        switch (event) {
            case ConferenceEvent.ConferenceRegistered registered -> {
                to.present(event.stream(), true);
                to.link("conference", registered.source(), event.stream(), delivered);
            }
            case ConferenceEvent.ConferenceRemoved removed -> {
                to.present(removed.stream(), false);
                to.delivered("conference", removed.stream(), delivered);
            }
            case ConferenceEvent.ConferenceRestored restored -> {
                to.present(restored.stream(), true);
                to.delivered("conference", restored.stream(), delivered);
            }
            case ConferenceEvent.ConferenceLinkedToSource linked ->
                to.link("conference", linked.source(), event.stream(), delivered);
            case ConferenceEvent.ConferenceUnlinkedFromSource unlinked -> to.unlink("conference", unlinked.source());
            default -> to.delivered("conference", event.stream(), delivered);
        }
    }

    private static void series(SeriesEvent event, @Nullable String delivered, Registries to) {
        switch (event) {
            case SeriesEvent.SeriesRegistered registered -> {
                to.present(event.stream(), true);
                to.link("series", registered.source(), event.stream(), delivered);
            }
            case SeriesEvent.SeriesDetailsCorrected corrected -> to.delivered("series", corrected.stream(), delivered);
            case SeriesEvent.SeriesRemoved removed -> to.present(removed.stream(), false);
            case SeriesEvent.SeriesRestored restored -> to.present(restored.stream(), true);
        }
    }

    private static void speaker(SpeakerEvent event, @Nullable String delivered, Registries to) {
        var id = event.speakerId();
        switch (event) {
            case SpeakerEvent.SpeakerRegistered registered -> {
                to.present(event.stream(), true);
                to.link("speaker", registered.source(), event.stream(), delivered);
                to.named(id, registered.name());
                registered.aliases().forEach(alias -> to.named(id, alias));
            }
            case SpeakerEvent.SpeakerRenamed renamed -> {
                to.unnamed(id);
                to.named(id, renamed.name());
                renamed.aliases().forEach(alias -> to.named(id, alias));
            }
            case SpeakerEvent.SpeakerAliasAdded added -> to.named(id, added.alias());
            case SpeakerEvent.SpeakerAliasRemoved removed -> to.unnamed(id, removed.alias());
            case SpeakerEvent.SpeakerMergedInto merged -> to.merged(id, merged.intoSpeakerId());
            case SpeakerEvent.SpeakerUnmerged unmerged -> to.unmerged(unmerged.speakerId());
            case SpeakerEvent.SpeakerRemoved removed -> to.present(removed.stream(), false);
            case SpeakerEvent.SpeakerRestored restored -> to.present(restored.stream(), true);
            case SpeakerEvent.SpeakerLinkedToSource linked ->
                to.link("speaker", linked.source(), event.stream(), delivered);
            case SpeakerEvent.SpeakerUnlinkedFromSource unlinked -> to.unlink("speaker", unlinked.source());
            case SpeakerEvent.SpeakerDetailsCorrected corrected ->
                to.delivered("speaker", corrected.stream(), delivered);
        }
    }
}
