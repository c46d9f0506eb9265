package org.talks.catalogue.speaker.model;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.talks.catalogue.command.KnownThings;
import org.talks.catalogue.command.Scenario;
import org.talks.catalogue.rules.Limits;
import org.talks.catalogue.speaker.SpeakerCommand;
import org.talks.catalogue.speaker.SpeakerCommand.AddAlias;
import org.talks.catalogue.speaker.SpeakerCommand.CorrectSpeakerDetails;
import org.talks.catalogue.speaker.SpeakerCommand.LinkSpeakerToSource;
import org.talks.catalogue.speaker.SpeakerCommand.MergeSpeaker;
import org.talks.catalogue.speaker.SpeakerCommand.RegisterSpeaker;
import org.talks.catalogue.speaker.SpeakerCommand.RemoveAlias;
import org.talks.catalogue.speaker.SpeakerCommand.RemoveSpeaker;
import org.talks.catalogue.speaker.SpeakerCommand.RenameSpeaker;
import org.talks.catalogue.speaker.SpeakerCommand.RestoreSpeaker;
import org.talks.catalogue.speaker.SpeakerCommand.UnlinkSpeakerFromSource;
import org.talks.catalogue.speaker.SpeakerCommand.UnmergeSpeaker;
import org.talks.catalogue.speaker.SpeakerContent;
import org.talks.catalogue.speaker.SpeakerId;
import org.talks.events.Link;
import org.talks.events.RichText;
import org.talks.events.SourceKey;
import org.talks.events.SpeakerDetails;
import org.talks.events.SpeakerEvent;
import org.talks.events.SpeakerEvent.SpeakerAliasAdded;
import org.talks.events.SpeakerEvent.SpeakerAliasRemoved;
import org.talks.events.SpeakerEvent.SpeakerDetailsCorrected;
import org.talks.events.SpeakerEvent.SpeakerLinkedToSource;
import org.talks.events.SpeakerEvent.SpeakerMergedInto;
import org.talks.events.SpeakerEvent.SpeakerRegistered;
import org.talks.events.SpeakerEvent.SpeakerRemoved;
import org.talks.events.SpeakerEvent.SpeakerRenamed;
import org.talks.events.SpeakerEvent.SpeakerRestored;
import org.talks.events.SpeakerEvent.SpeakerUnmerged;

class SpeakerRulesTest {

    private static final String S = "01940000-0000-7000-8000-0000000000a1";
    private static final SpeakerId SPEAKER = new SpeakerId(S);
    private static final SpeakerId OTHER = new SpeakerId("01940000-0000-7000-8000-0000000000a2");
    private static final SpeakerId THIRD = new SpeakerId("01940000-0000-7000-8000-0000000000a3");
    private static final SpeakerId GONE = new SpeakerId("01940000-0000-7000-8000-0000000000ff");
    private static final SourceKey KEY = new SourceKey("frab:x", "17");
    private static final SpeakerEvent REGISTERED =
            new SpeakerRegistered(S, "Ada Lovelace", List.of("Ada Byron"), SpeakerDetails.NONE, KEY);
    private static final SpeakerEvent MERGED = new SpeakerMergedInto(S, OTHER.value());
    private static final SpeakerEvent REMOVED = new SpeakerRemoved(S, "asked");

    private static KnownThings world() {
        return KnownThings.of(SPEAKER.stream(), OTHER.stream(), THIRD.stream())
                .owning("speaker", KEY, SPEAKER.stream());
    }

    private static Scenario<SpeakerCommand, SpeakerEvent, SpeakerContent> speakers() {
        return new Scenario<>(SpeakerModel.decider(), world());
    }

    @Nested
    class Registering {

        @Test
        void recordsAllThatIsKnownAndOnlyOnce() {
            var register = new RegisterSpeaker(SPEAKER, "Ada Lovelace", List.of("Ada Byron"), null, KEY);
            speakers().when(register).then(REGISTERED);
            speakers().given(REGISTERED).when(register).thenNothing();
            speakers()
                    .given(REGISTERED)
                    .when(new RegisterSpeaker(SPEAKER, "Grace", List.of(), null, KEY))
                    .thenNotNow("new id");
        }

        @Test
        void sortsAliasesAndDropsRepeatedOnesAndTheNameItself() {
            speakers()
                    .when(new RegisterSpeaker(SPEAKER, "B", List.of("C", " A", "B", "", "C"), null, null))
                    .then(new SpeakerRegistered(S, "B", List.of("A", "C"), SpeakerDetails.NONE, null));
        }

        @Test
        void tellsOfEverythingThatIsWrongAtOnce() {
            var details = new SpeakerDetails(
                    RichText.markdown("x".repeat(Limits.BIO_CHARACTERS_MAX + 1)),
                    "x".repeat(Limits.LINE_CHARACTERS_MAX + 1),
                    List.of(new Link("https://example.org", null), new Link("javascript:alert(1)", null)));
            speakers()
                    .when(new RegisterSpeaker(SPEAKER, "", numbered(Limits.ALIASES_MAX + 1), details, null))
                    .thenInvalid("name", "aliases", "details.bio", "details.affiliation", "details.links[1].url");
        }

        @Test
        void isRefusedWhenAnotherSpeakerHasTheSourceKey() {
            new Scenario<>(SpeakerModel.decider(), world().owning("speaker", KEY, OTHER.stream()))
                    .when(new RegisterSpeaker(SPEAKER, "Ada", List.of(), null, KEY))
                    .thenNotNow("unlink it there");
        }
    }

    @Nested
    class Renaming {

        @Test
        void makesTheOldNameAnAliasWhenItStaysFindable() {
            speakers()
                    .given(REGISTERED)
                    .when(new RenameSpeaker(SPEAKER, "Ada King", true))
                    .then(new SpeakerRenamed(S, "Ada King", true, List.of("Ada Byron", "Ada Lovelace")));
        }

        @Test
        void dropsTheOldNameWhenItDoesNot() {
            speakers()
                    .given(REGISTERED)
                    .when(new RenameSpeaker(SPEAKER, "Ada King", false))
                    .then(new SpeakerRenamed(S, "Ada King", false, List.of("Ada Byron")));
        }

        @Test
        void toAnAliasTakesItOutOfTheAliases() {
            speakers()
                    .given(REGISTERED)
                    .when(new RenameSpeaker(SPEAKER, "Ada Byron", true))
                    .then(new SpeakerRenamed(S, "Ada Byron", true, List.of("Ada Lovelace")));
        }

        @Test
        void toTheSameNameChangesNothing() {
            speakers()
                    .given(REGISTERED)
                    .when(new RenameSpeaker(SPEAKER, " Ada  Lovelace", true))
                    .thenNothing();
        }

        @Test
        void needsAName() {
            speakers()
                    .given(REGISTERED)
                    .when(new RenameSpeaker(SPEAKER, "\n", true))
                    .thenInvalid("name");
        }

        @Test
        void doesNotCollectAliasesWithoutEnd() {
            var full = new SpeakerRegistered(S, "Ada", numbered(Limits.ALIASES_MAX), SpeakerDetails.NONE, null);
            speakers().given(full).when(new RenameSpeaker(SPEAKER, "Eve", true)).thenInvalid("name");
            speakers()
                    .given(full)
                    .when(new RenameSpeaker(SPEAKER, "Eve", false))
                    .then(new SpeakerRenamed(S, "Eve", false, full.aliases()));
            speakers().given(full).when(new AddAlias(SPEAKER, "Eve")).thenInvalid("alias");
        }
    }

    @Nested
    class DetailsAndAliases {

        @Test
        void areCorrected() {
            var details = new SpeakerDetails(RichText.markdown("Wrote the first program."), null, List.of());
            speakers()
                    .given(REGISTERED)
                    .when(new CorrectSpeakerDetails(SPEAKER, details))
                    .then(new SpeakerDetailsCorrected(S, details));
            speakers()
                    .given(REGISTERED)
                    .when(new CorrectSpeakerDetails(SPEAKER, SpeakerDetails.NONE))
                    .thenNothing();
        }

        @Test
        void areAddedAndRemoved() {
            speakers().given(REGISTERED).when(new AddAlias(SPEAKER, "A. L.")).then(new SpeakerAliasAdded(S, "A. L."));
            speakers()
                    .given(REGISTERED)
                    .when(new AddAlias(SPEAKER, "Ada Byron"))
                    .thenNothing();
            speakers()
                    .given(REGISTERED)
                    .when(new AddAlias(SPEAKER, "Ada Lovelace"))
                    .thenNothing();
            speakers()
                    .given(REGISTERED)
                    .when(new RemoveAlias(SPEAKER, "Ada Byron"))
                    .then(new SpeakerAliasRemoved(S, "Ada Byron"));
            speakers().given(REGISTERED).when(new RemoveAlias(SPEAKER, "A. L.")).thenNothing();
        }
    }

    @Nested
    class Merging {

        @Test
        void isUndoneByUnmerging() {
            speakers().given(REGISTERED).when(new MergeSpeaker(SPEAKER, OTHER)).then(MERGED);
            speakers()
                    .given(REGISTERED, MERGED)
                    .when(new MergeSpeaker(SPEAKER, OTHER))
                    .thenNothing();
            speakers()
                    .given(REGISTERED, MERGED)
                    .when(new UnmergeSpeaker(SPEAKER))
                    .then(new SpeakerUnmerged(S, OTHER.value()));
            speakers().given(REGISTERED).when(new UnmergeSpeaker(SPEAKER)).thenNothing();
        }

        @Test
        void intoThemselvesOrIntoNobodyIsRefused() {
            speakers()
                    .given(REGISTERED)
                    .when(new MergeSpeaker(SPEAKER, SPEAKER))
                    .thenInvalid("into");
            speakers().given(REGISTERED).when(new MergeSpeaker(SPEAKER, GONE)).thenInvalid("into");
        }

        @Test
        void twiceIsRefused() {
            speakers()
                    .given(REGISTERED, MERGED)
                    .when(new MergeSpeaker(SPEAKER, THIRD))
                    .thenNotNow("un-merge them first");
        }

        @Test
        void intoOneWhoIsMergedIsRefused() {
            new Scenario<>(SpeakerModel.decider(), world().merged(OTHER.value(), THIRD.value()))
                    .given(REGISTERED)
                    .when(new MergeSpeaker(SPEAKER, OTHER))
                    .thenNotNow("merge into that one");
        }

        @Test
        void inACircleIsRefused() {
            new Scenario<>(SpeakerModel.decider(), world().merged(OTHER.value(), S))
                    .given(REGISTERED)
                    .when(new MergeSpeaker(SPEAKER, OTHER))
                    .thenNotNow("merged into this one");
        }

        @Test
        void closesASpeakerForWhatWouldNotBeShown() {
            Stream.of(
                            new RenameSpeaker(SPEAKER, "x", true),
                            new CorrectSpeakerDetails(SPEAKER, SpeakerDetails.NONE),
                            new AddAlias(SPEAKER, "x"),
                            new RemoveAlias(SPEAKER, "x"))
                    .forEach(edit ->
                            speakers().given(REGISTERED, MERGED).when(edit).thenNotNow("un-merge them"));
        }

        @Test
        void leavesSourcesToBeLinked() {
            var key = new SourceKey("pretalx", "ABC");
            speakers()
                    .given(REGISTERED, MERGED)
                    .when(new LinkSpeakerToSource(SPEAKER, key))
                    .then(new SpeakerLinkedToSource(S, key));
        }
    }

    @Nested
    class Removing {

        @Test
        void isUndoneByRestoring() {
            speakers()
                    .given(REGISTERED)
                    .when(new RemoveSpeaker(SPEAKER, "asked"))
                    .then(REMOVED);
            speakers()
                    .given(REGISTERED, REMOVED)
                    .when(new RemoveSpeaker(SPEAKER, "asked"))
                    .thenNothing();
            speakers()
                    .given(REGISTERED, REMOVED)
                    .when(new RestoreSpeaker(SPEAKER))
                    .then(new SpeakerRestored(S));
            speakers().given(REGISTERED).when(new RestoreSpeaker(SPEAKER)).thenNothing();
        }

        @Test
        void restoringIsRefusedWhenTheSourceKeyWasGivenAway() {
            new Scenario<>(SpeakerModel.decider(), world().owning("speaker", KEY, OTHER.stream()))
                    .given(REGISTERED, REMOVED)
                    .when(new RestoreSpeaker(SPEAKER))
                    .thenNotNow("unlink it there");
        }

        @ParameterizedTest
        @MethodSource("org.talks.catalogue.speaker.model.SpeakerRulesTest#edits")
        void closesASpeakerForEdits(SpeakerCommand edit) {
            speakers().given(REGISTERED, REMOVED).when(edit).thenNotNow("restore them");
            speakers().when(edit).thenNotFound();
        }
    }

    static Stream<SpeakerCommand> edits() {
        return Stream.of(
                new RenameSpeaker(SPEAKER, "x", true),
                new CorrectSpeakerDetails(SPEAKER, SpeakerDetails.NONE),
                new AddAlias(SPEAKER, "x"),
                new RemoveAlias(SPEAKER, "x"),
                new MergeSpeaker(SPEAKER, OTHER),
                new UnmergeSpeaker(SPEAKER),
                new LinkSpeakerToSource(SPEAKER, KEY),
                new UnlinkSpeakerFromSource(SPEAKER, KEY));
    }

    private static List<String> numbered(int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> "Alias %03d".formatted(n))
                .toList();
    }
}
