package org.talks.catalogue.searching;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.data.DataDirectory;
import org.talks.search.Synonyms;

/// The words that mean the same to a search, in `synonyms.txt` of the data directory: the usual ones until
/// somebody changes them. They are used when a query is read, so a change takes effect with the next search and
/// no talk is indexed again. Safe for use by several threads.
@Component
public final class SynonymList {

    /// Some thousand groups; read into memory at every start, so there is an end to it.
    public static final int CHARACTERS_MAX = 200_000;

    private static final int MISTAKES_MAX = 20;
    private static final int VERSION_CHARACTERS = 16;
    private static final Logger LOG = LoggerFactory.getLogger(SynonymList.class);

    /// @param text as it was written
    private record State(String text, Synonyms synonyms) {
        static State of(String text) {
            return new State(text, Synonyms.parse(text));
        }
    }

    private final DataDirectory directory;
    private volatile State state;

    SynonymList(DataDirectory directory) {
        this.directory = directory;
        var text = directory.synonyms().orElseGet(Synonyms::commonLines);
        // Somebody may have written it with an editor; a mistake there must not keep the catalogue from starting.
        Synonyms.mistakes(text).stream()
                .limit(MISTAKES_MAX)
                .forEach(mistake -> LOG.warn("synonyms.txt, line {}: {}", mistake.line(), mistake.message()));
        this.state = State.of(text);
    }

    Synonyms inUse() {
        return state.synonyms();
    }

    /// One group in a line, remarks included.
    public String text() {
        return state.text();
    }

    public List<List<String>> groups() {
        return Synonyms.groups(state.text());
    }

    /// Changes with the text, so that nobody overwrites what somebody else wrote meanwhile.
    public String version() {
        return version(state.text());
    }

    /// Replaces the list for all searches from now on, and after the next start.
    ///
    /// @param expectedVersion the [#version] that the change was made to; null for any
    /// @throws Refused.Invalid naming the lines that cannot be used
    /// @throws Refused.NotNow when the list is not of that version any more
    public synchronized void replace(String text, @Nullable String expectedVersion) {
        if (expectedVersion != null && !expectedVersion.equals(version())) {
            throw new Refused.NotNow(
                    "Somebody else changed the list meanwhile. Look at it as it is now, and save again.");
        }
        var lines = text.replace("\r\n", "\n").strip();
        var kept = lines.isEmpty() ? "" : lines + "\n";
        if (kept.length() > CHARACTERS_MAX) {
            throw new Refused.Invalid(
                    "text", "The list has %,d characters; %,d are possible.".formatted(kept.length(), CHARACTERS_MAX));
        }
        var mistakes = Synonyms.mistakes(kept);
        if (!mistakes.isEmpty()) {
            var errors = mistakes.stream()
                    .limit(MISTAKES_MAX)
                    .map(m -> new Refused.FieldError("text", "Line " + m.line() + ": " + m.message()))
                    .toList();
            throw new Refused.Invalid(
                    mistakes.size() == 1
                            ? errors.getFirst().message()
                            : mistakes.size() + " lines cannot be used as they are.",
                    errors);
        }
        directory.replaceSynonyms(kept);
        state = State.of(kept);
    }

    private static String version(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, VERSION_CHARACTERS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
