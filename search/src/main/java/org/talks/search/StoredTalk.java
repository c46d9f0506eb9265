package org.talks.search;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talks.search.SearchResult.Named;
import org.talks.search.TalkDocument.NoteText;

/// What a hit shows, as it lies in the index: one stored value, so that showing a hit is one read.
record StoredTalk(
        String id,
        String title,
        List<Named> speakers,
        Named conference,
        @Nullable Named series,
        String kind,
        @Nullable String language,
        @Nullable LocalDate date,
        @Nullable Integer durationSeconds,
        boolean hasVideo,
        boolean hasSlides,
        boolean hasTranscript,
        boolean cancelled,
        List<String> topics,
        @Nullable String sameAs,
        String summary,
        List<NoteText> notes) {

    private static final int HAS_VIDEO = 1;
    private static final int HAS_SLIDES = 2;
    private static final int HAS_TRANSCRIPT = 4;
    private static final int CANCELLED = 8;
    private static final long NO_DATE = Long.MIN_VALUE;
    private static final int NO_NUMBER = Integer.MIN_VALUE;

    static StoredTalk of(TalkDocument talk) {
        return new StoredTalk(
                talk.id(),
                talk.subtitle() == null ? talk.title() : talk.title() + ": " + talk.subtitle(),
                talk.speakers().stream().map(s -> new Named(s.id(), s.name())).toList(),
                new Named(talk.conference().id(), talk.conference().name()),
                talk.series() == null
                        ? null
                        : new Named(talk.series().id(), talk.series().name()),
                talk.kind(),
                talk.language(),
                talk.date(),
                talk.durationSeconds(),
                talk.hasVideo(),
                talk.hasSlides(),
                !talk.transcript().isEmpty(),
                talk.cancelled(),
                talk.topics(),
                talk.sameAs(),
                talk.summary(),
                talk.notes());
    }

    /// What it has in common with talks that are the same.
    String group() {
        return sameAs == null ? id : sameAs;
    }

    byte[] bytes() {
        var bytes = new ByteArrayOutputStream(256 + summary.length());
        try (var out = new DataOutputStream(bytes)) {
            text(out, id);
            text(out, title);
            out.writeInt(speakers.size());
            for (var speaker : speakers) {
                named(out, speaker);
            }
            named(out, conference);
            out.writeBoolean(series != null);
            if (series != null) {
                named(out, series);
            }
            text(out, kind);
            text(out, language);
            out.writeLong(date == null ? NO_DATE : date.toEpochDay());
            out.writeInt(durationSeconds == null ? NO_NUMBER : durationSeconds);
            out.writeByte((hasVideo ? HAS_VIDEO : 0)
                    | (hasSlides ? HAS_SLIDES : 0)
                    | (hasTranscript ? HAS_TRANSCRIPT : 0)
                    | (cancelled ? CANCELLED : 0));
            out.writeInt(topics.size());
            for (var topic : topics) {
                text(out, topic);
            }
            text(out, sameAs);
            text(out, summary);
            out.writeInt(notes.size());
            for (var note : notes) {
                text(out, note.anchor());
                text(out, note.heading());
                text(out, note.text());
                out.writeInt(note.second() == null ? NO_NUMBER : note.second());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static StoredTalk read(byte[] bytes, int offset, int length) throws IOException {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes, offset, length))) {
            var id = requiredText(in);
            var title = requiredText(in);
            var speakers = new ArrayList<Named>();
            for (var n = in.readInt(); n > 0; n--) {
                speakers.add(named(in));
            }
            var conference = named(in);
            var series = in.readBoolean() ? named(in) : null;
            var kind = requiredText(in);
            var language = text(in);
            var day = in.readLong();
            var duration = in.readInt();
            int flags = in.readByte();
            var topics = new ArrayList<String>();
            for (var n = in.readInt(); n > 0; n--) {
                topics.add(requiredText(in));
            }
            var sameAs = text(in);
            var summary = requiredText(in);
            var notes = new ArrayList<NoteText>();
            for (var n = in.readInt(); n > 0; n--) {
                var anchor = requiredText(in);
                var heading = text(in);
                var noteText = requiredText(in);
                var second = in.readInt();
                notes.add(new NoteText(anchor, heading, noteText, second == NO_NUMBER ? null : second));
            }
            return new StoredTalk(
                    id,
                    title,
                    speakers,
                    conference,
                    series,
                    kind,
                    language,
                    day == NO_DATE ? null : LocalDate.ofEpochDay(day),
                    duration == NO_NUMBER ? null : duration,
                    (flags & HAS_VIDEO) != 0,
                    (flags & HAS_SLIDES) != 0,
                    (flags & HAS_TRANSCRIPT) != 0,
                    (flags & CANCELLED) != 0,
                    topics,
                    sameAs,
                    summary,
                    notes);
        }
    }

    private static void named(DataOutputStream out, Named named) throws IOException {
        text(out, named.id());
        text(out, named.name());
    }

    private static Named named(DataInputStream in) throws IOException {
        return new Named(requiredText(in), requiredText(in));
    }

    private static void text(DataOutputStream out, @Nullable String text) throws IOException {
        if (text == null) {
            out.writeInt(-1);
            return;
        }
        var utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }

    private static @Nullable String text(DataInputStream in) throws IOException {
        var length = in.readInt();
        return length < 0 ? null : new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    private static String requiredText(DataInputStream in) throws IOException {
        var text = text(in);
        return text == null ? "" : text;
    }
}
