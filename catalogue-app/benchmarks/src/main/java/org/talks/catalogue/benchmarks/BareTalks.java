package org.talks.catalogue.benchmarks;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.eventstore.SourceRegistry;
import org.talks.catalogue.importing.format.ConferenceDraft;
import org.talks.catalogue.importing.format.DraftSink;
import org.talks.catalogue.importing.format.Rejection;
import org.talks.catalogue.importing.format.SourceFiles;
import org.talks.catalogue.importing.format.TalkDraft;
import org.talks.catalogue.importing.format.TalkDraft.ResourceDraft;
import org.talks.catalogue.importing.format.UnreadableSourceException;
import org.talks.catalogue.importing.pyvideo.PyvideoReading;
import org.talks.catalogue.text.Texts;
import org.talks.events.Resource;
import org.talks.search.TalkDocument;
import org.talks.search.TalkDocument.Entity;

/// The documents that the catalogue makes of an archive of pyvideo, with ids as long as its ids, made with nothing
/// between what its format reads and what its index takes. For one thread.
final class BareTalks implements DraftSink {

    /// A conference with the series it belongs to.
    private record Edition(
            Entity conference,
            @Nullable Entity series,
            @Nullable LocalDate start) {}

    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();
    private final Map<String, Edition> conferences = new HashMap<>();
    private final Map<String, Entity> series = new HashMap<>();
    private final Map<String, Entity> people = new HashMap<>();
    private final Map<String, TalkDocument> talks = new LinkedHashMap<>();

    private BareTalks() {}

    static List<TalkDocument> read(Path archive) throws IOException, UnreadableSourceException {
        var talks = new BareTalks();
        PyvideoReading.format().read(SourceFiles.of(archive), talks);
        return List.copyOf(talks.talks.values());
    }

    @Override
    public void conference(ConferenceDraft draft) {
        var also = draft.startDate() == null
                ? List.<String>of()
                : List.of(Integer.toString(draft.startDate().getYear()));
        conferences.put(
                draft.key(),
                new Edition(
                        new Entity(id(), draft.name(), also),
                        draft.series() == null ? null : entity(series, draft.series()),
                        draft.startDate()));
    }

    @Override
    public void talk(TalkDraft draft) {
        var edition = Objects.requireNonNull(conferences.get(draft.conferenceKey()));
        var speakers = draft.speakers().stream()
                .map(speaker -> entity(people, speaker.name()))
                .distinct()
                .toList();
        var refers = new ArrayList<String>();
        refers.add(edition.conference().id());
        speakers.forEach(speaker -> refers.add(speaker.id()));
        if (edition.series() != null) {
            refers.add(edition.series().id());
        }
        var session = draft.sessions().isEmpty() ? null : draft.sessions().getFirst();
        talks.put(
                draft.key(),
                new TalkDocument(
                        id(),
                        draft.title(),
                        draft.subtitle(),
                        speakers,
                        refers,
                        edition.conference(),
                        edition.series(),
                        Texts.plain(draft.summary()),
                        List.of(),
                        List.of(),
                        draft.topics(),
                        "talk",
                        draft.language(),
                        session == null || session.date() == null ? edition.start() : session.date(),
                        seconds(draft),
                        has(draft, Resource.VIDEO),
                        has(draft, Resource.SLIDES),
                        draft.cancelled(),
                        Instant.EPOCH,
                        draft.resources().stream().map(ResourceDraft::url).toList(),
                        List.of(draft.source()),
                        null));
    }

    @Override
    public void hidden(String source, String key, String reason) {
        talks.remove(key);
    }

    @Override
    public void rejected(Rejection rejection) {
        // Nobody asks for a report.
    }

    @Override
    public void warning(Rejection warning) {
        // Nobody asks for a report.
    }

    @Override
    public void progressed(String place) {
        // Nobody watches.
    }

    private String id() {
        return ids.generate().toString();
    }

    private Entity entity(Map<String, Entity> known, String name) {
        return known.computeIfAbsent(SourceRegistry.foldedName(name), folded -> new Entity(id(), name, List.of()));
    }

    private static @Nullable Integer seconds(TalkDraft draft) {
        return draft.resources().stream()
                .map(ResourceDraft::durationSeconds)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static boolean has(TalkDraft draft, String kind) {
        return draft.resources().stream().anyMatch(resource -> resource.kind().equals(kind));
    }
}
