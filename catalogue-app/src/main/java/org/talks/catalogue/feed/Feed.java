package org.talks.catalogue.feed;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A list as readers of feeds get it.
///
/// @param id of the list, an IRI that never changes; see [#id]
/// @param subtitle empty for none
/// @param self whole URL of the feed itself
/// @param page whole URL of the page with the same list
/// @param updated when anything in it changed last
/// @param next whole URL of the entries before these, null when there are none (RFC 5005)
/// @param entries in the order in which they are to be read
public record Feed(
        String id,
        String title,
        String subtitle,
        String self,
        String page,
        Instant updated,
        @Nullable String next,
        List<Entry> entries) {

    /// Readers ask for the whole feed each time; what is older is on the page.
    public static final int ENTRIES_MAX = 100;

    public Feed {
        entries = List.copyOf(entries);
    }

    /// A feed that changed when the latest of its entries did.
    ///
    /// @param otherwise when it has no entries
    public static Feed of(
            String id,
            String title,
            String subtitle,
            String self,
            String page,
            Instant otherwise,
            List<Entry> entries) {
        return new Feed(
                id,
                title,
                subtitle,
                self,
                page,
                entries.stream().map(Entry::updated).max(Instant::compareTo).orElse(otherwise),
                null,
                entries);
    }

    /// One entry.
    ///
    /// @param id an IRI that never changes and that the thing has in every feed; see [#id]
    /// @param href whole URL of its page
    /// @param published when it was recorded first
    /// @param updated when it was changed last, by the log
    /// @param authors names in order
    /// @param categories terms
    /// @param html clean HTML with whole URLs; empty for none
    /// @param recordings audio and video files
    public record Entry(
            String id,
            String title,
            String href,
            Instant published,
            Instant updated,
            List<String> authors,
            List<String> categories,
            String html,
            List<Recording> recordings) {

        public Entry {
            authors = List.copyOf(authors);
            categories = List.copyOf(categories);
            recordings = List.copyOf(recordings);
        }
    }

    /// A file that a player can fetch.
    ///
    /// @param type media type, `audio/mpeg`
    /// @param seconds null when unknown
    public record Recording(
            String url, String type, @Nullable Integer seconds) {}

    /// The id of a thing that has a UUID: an event, a talk, a conference.
    public static String id(String uuid) {
        return "urn:uuid:" + uuid;
    }

    /// The id of a list, made of the log it is about and the path it has there.
    public static String id(String logId, String path) {
        return id(UUID.nameUUIDFromBytes((logId + " " + path).getBytes(StandardCharsets.UTF_8))
                .toString());
    }
}
