package org.talks.catalogue.importing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.talks.catalogue.command.CatalogueCommand;
import org.talks.catalogue.importing.format.Rejection;
import org.talks.catalogue.talk.TalkCommand.AddTalk;

/// Counts while an import runs; written by its thread, read by whoever shows it.
final class ImportProgress {

    private long places;
    private long conferencesAdded;
    private long conferencesChanged;
    private long conferencesUnchanged;
    private long talksAdded;
    private long talksChanged;
    private long talksUnchanged;
    private long kept;
    private long hidden;
    private long speakersAdded;
    private long gone;
    private long duplicates;
    private int steps;
    private int applied;
    private long rejected;
    private long ignored;
    private long warned;
    private long events;
    private long position;
    private final Set<String> notAdded = new HashSet<>();
    private final List<Rejection> rejections = new ArrayList<>();
    private final List<Rejection> warnings = new ArrayList<>();

    /// What became of a thing.
    enum Fate {
        ADDED,
        CHANGED,
        UNCHANGED
    }

    synchronized void place() {
        places++;
    }

    synchronized void conference(Fate fate) {
        switch (fate) {
            case ADDED -> conferencesAdded++;
            case CHANGED -> conferencesChanged++;
            case UNCHANGED -> conferencesUnchanged++;
        }
    }

    synchronized void talk(Fate fate) {
        switch (fate) {
            case ADDED -> talksAdded++;
            case CHANGED -> talksChanged++;
            case UNCHANGED -> talksUnchanged++;
        }
    }

    synchronized void speakerAdded() {
        speakersAdded++;
    }

    synchronized void gone(long talks) {
        gone += talks;
    }

    /// Something new that the catalogue may have already.
    synchronized void duplicate() {
        duplicates++;
    }

    /// How many commands there are to carry out.
    synchronized void planned(int commands) {
        steps = commands;
    }

    synchronized void applied(int commands) {
        applied = commands;
    }

    synchronized int steps() {
        return steps;
    }

    synchronized int applied() {
        return applied;
    }

    /// Goes on from what was counted before the process ended.
    synchronized void resume(ImportReport report) {
        var counts = report.counts();
        places = counts.places();
        conferencesAdded = counts.conferencesAdded();
        conferencesChanged = counts.conferencesChanged();
        conferencesUnchanged = counts.conferencesUnchanged();
        talksAdded = counts.talksAdded();
        talksChanged = counts.talksChanged();
        talksUnchanged = counts.talksUnchanged();
        kept = counts.kept();
        hidden = counts.hidden();
        speakersAdded = counts.speakersAdded();
        gone = counts.gone();
        duplicates = counts.duplicates();
        rejected = counts.rejected();
        ignored = counts.ignored();
        warned = counts.warnings();
        events = counts.events();
        position = report.position();
        rejections.addAll(report.rejections());
        warnings.addAll(report.warnings());
        steps = report.steps().planned();
        applied = report.steps().applied();
    }

    synchronized void kept() {
        kept++;
    }

    synchronized void hidden() {
        hidden++;
    }

    synchronized void ignored() {
        ignored++;
    }

    synchronized void rejected(Rejection rejection) {
        rejected++;
        if (rejections.size() < ImportReport.SHOWN) {
            rejections.add(rejection);
        }
    }

    /// A command that the rules refuse. What follows on a talk that was not added is not told: its reason is the
    /// same.
    synchronized void refused(CatalogueCommand command, Rejection rejection) {
        if (notAdded.contains(command.stream())) {
            return;
        }
        if (command instanceof AddTalk) {
            talksAdded--;
            notAdded.add(command.stream());
        }
        rejected(rejection);
    }

    synchronized void warned(Rejection warning) {
        warned++;
        if (warnings.size() < ImportReport.SHOWN) {
            warnings.add(warning);
        }
    }

    synchronized void recorded(long newEvents, long newPosition) {
        events += newEvents;
        position = Math.max(position, newPosition);
    }

    synchronized long position() {
        return position;
    }

    synchronized List<Rejection> rejections() {
        return List.copyOf(rejections);
    }

    synchronized List<Rejection> warnings() {
        return List.copyOf(warnings);
    }

    synchronized ImportCounts counts() {
        return new ImportCounts(
                places,
                conferencesAdded,
                conferencesChanged,
                conferencesUnchanged,
                talksAdded,
                talksChanged,
                talksUnchanged,
                kept,
                hidden,
                speakersAdded,
                gone,
                duplicates,
                rejected,
                ignored,
                warned,
                events);
    }
}
