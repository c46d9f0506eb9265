package org.talks.catalogue.searching;

import org.talks.events.Note;

/// How the sections of a note are addressed on its page; the index and the pages agree on it.
public final class NoteAnchors {

    private NoteAnchors() {}

    /// What the anchors of a note's sections start with. The last characters of the id tell notes apart; its
    /// first are a time that two notes may share.
    public static String prefix(Note note) {
        var id = note.noteId().replace("-", "");
        return "note-" + id.substring(Math.max(0, id.length() - 6));
    }
}
