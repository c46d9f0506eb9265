package org.talks.catalogue.importing.format;

/// Receives what a format reads, in order, on one thread.
public interface DraftSink {

    void conference(ConferenceDraft conference);

    /// @param talk of a conference that was handed over before
    void talk(TalkDraft talk);

    /// A record that was not taken, or only in part; the rest goes on.
    void rejected(Rejection rejection);

    /// Something worth telling that did not cost a record, such as a duration that contradicts start and end.
    void warning(Rejection warning);

    /// A record or file that is no talk, such as a break: left out on purpose, and counted. Told as a warning unless
    /// the sink knows better.
    default void ignored(String place, String reason) {
        warning(new Rejection(place, "", reason, ""));
    }

    /// The input holds only part of its conferences, such as one page of a list: what is absent from it says
    /// nothing.
    default void partial(String reason) {
        warning(new Rejection("", "", reason, ""));
    }

    /// A transcript, which names no talk. A sink that cannot place it says so.
    default void transcript(TranscriptDraft transcript) {
        warning(new Rejection(
                transcript.place(),
                transcript.name(),
                "A transcript is attached to a talk.",
                "Attach it on its page."));
    }

    /// Keys that the source says must stay hidden: taken in, then suppressed.
    void hidden(String source, String key, String reason);

    /// One input file or record was dealt with, for progress and for the account of files.
    void progressed(String place);
}
