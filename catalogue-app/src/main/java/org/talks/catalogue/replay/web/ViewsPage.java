package org.talks.catalogue.replay.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.web.Fragment;
import org.talks.catalogue.web.Page;
import org.talks.catalogue.web.Visit;
import org.talks.catalogue.web.Wording;

/// How far each view is along the log, and rebuilding them. The page asks `/views/status` every second while a
/// rebuild runs, otherwise every ten, for [#statusFragment]. Rebuilding posts to `/views/rebuild`.
///
/// @param log in words: `144,021 events`, `212 MB`, `since 3 May 2021`, `chain 9f2c…`
/// @param rebuild the one that runs, or the last since the start; null for none
public record ViewsPage(
        Visit visit,
        List<String> log,
        List<View> views,
        @Nullable Rebuild rebuild) implements Page {

    /// @param name as in the API: `talks`
    /// @param what as people call it: `Pages and lists`
    /// @param gap in words: `up to date`, `12 events, 0.4 s behind`
    /// @param state how it is
    /// @param problem why it stands still or is built anew, a sentence; null when all is well
    /// @param previous the generation before, as a number, to go back to; null when there is none
    /// @param built when the generation was built, in words
    /// @param size in words
    public record View(
            String name,
            String what,
            long position,
            long head,
            String gap,
            State state,
            @Nullable String problem,
            long generation,
            String built,
            String size,
            @Nullable Integer previous,
            List<Parked> parked) {

        public View {
            parked = List.copyOf(parked);
        }
    }

    /// @param stream `talk:0198…`, what to try again
    /// @param href of the thing's page, null when it has none
    /// @param reason a sentence: which event, and why it cannot be applied
    public record Parked(String stream, @Nullable String href, String reason) {}

    /// How a view is.
    public enum State {
        CURRENT,
        BEHIND,
        STOPPED
    }

    /// @param phase in words: `Reading talks`, `Catching up`, `Switching`
    /// @param facts in words: `52,000 events/s`, `about 4 s left`
    /// @param events path of server-sent events with its state, null once it has ended
    /// @param differences of a dry run, a line each
    /// @param cancel path to post to, null when it is too late or over
    /// @param outcome null while it runs; then a sentence: "Generation 13 was built in 6.2 s and is in use."
    /// @param failed whether the outcome is a failure
    public record Rebuild(
            String phase,
            long done,
            long total,
            List<String> facts,
            @Nullable String events,
            @Nullable String cancel,
            @Nullable String outcome,
            boolean failed,
            List<String> differences) {

        public boolean running() {
            return outcome == null;
        }
    }

    @Override
    public String template() {
        return "replay/views";
    }

    @Override
    public String title() {
        return Wording.text("nav.views");
    }

    @Override
    public Section section() {
        return Section.VIEWS;
    }

    @Override
    public boolean indexed() {
        return false;
    }

    @Override
    public int refreshSeconds() {
        return rebuilding() ? 2 : 0;
    }

    /// Whether any view has a generation to go back to.
    public boolean reversible() {
        return views.stream().anyMatch(view -> view.previous() != null);
    }

    public boolean rebuilding() {
        return rebuild != null && rebuild.running();
    }

    /// The part that changes by itself.
    public Fragment statusFragment() {
        return new StatusFragment(this);
    }

    /// What [#statusFragment] gives.
    public record StatusFragment(ViewsPage page) implements Fragment {
        @Override
        public String template() {
            return "replay/status";
        }
    }
}
