package org.talks.catalogue.importing.format;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Keeps all it is told, and checks the contract of a sink while it listens.
public final class DraftCollector implements DraftSink {

    public final List<ConferenceDraft> conferences = new ArrayList<>();
    public final List<TalkDraft> talks = new ArrayList<>();
    public final List<Rejection> rejected = new ArrayList<>();
    public final List<Rejection> warnings = new ArrayList<>();
    public final List<String> ignored = new ArrayList<>();
    public final List<String> hidden = new ArrayList<>();
    public final List<TranscriptDraft> transcripts = new ArrayList<>();
    public final List<String> partial = new ArrayList<>();
    public final List<String> progressed = new ArrayList<>();

    public static DraftCollector read(ImportFormat format, SourceFile file) throws Exception {
        DraftCollector sink = new DraftCollector();
        format.read(file, sink);
        return sink;
    }

    @Override
    public void conference(ConferenceDraft conference) {
        conferences.add(conference);
    }

    @Override
    public void talk(TalkDraft talk) {
        if (conferences.stream()
                .noneMatch(known ->
                        known.source().equals(talk.source()) && known.key().equals(talk.conferenceKey()))) {
            throw new AssertionError(talk.place() + ": the talk's conference was not handed over before it");
        }
        talks.add(talk);
    }

    @Override
    public void rejected(Rejection rejection) {
        rejected.add(rejection);
    }

    @Override
    public void warning(Rejection warning) {
        warnings.add(warning);
    }

    @Override
    public void ignored(String place, String reason) {
        ignored.add(place + ": " + reason);
    }

    @Override
    public void transcript(TranscriptDraft transcript) {
        transcripts.add(transcript);
    }

    @Override
    public void partial(String reason) {
        partial.add(reason);
    }

    @Override
    public void hidden(String source, String key, String reason) {
        hidden.add(key);
    }

    @Override
    public void progressed(String place) {
        progressed.add(place);
    }

    /// Distinct names.
    public Set<String> speakers() {
        return talks.stream()
                .flatMap(talk -> talk.speakers().stream())
                .map(TalkDraft.SpeakerDraft::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    public TalkDraft talk(String title) {
        return talks.stream()
                .filter(talk -> talk.title().equals(title))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no talk " + title + " among "
                        + talks.stream().map(TalkDraft::title).toList()));
    }
}
