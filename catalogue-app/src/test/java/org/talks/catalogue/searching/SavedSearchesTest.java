package org.talks.catalogue.searching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.talks.catalogue.CatalogueFixture;
import org.talks.catalogue.account.Account;
import org.talks.catalogue.account.Accounts;
import org.talks.catalogue.account.Role;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.conference.ConferenceCommand.RegisterConference;
import org.talks.catalogue.conference.ConferenceId;
import org.talks.catalogue.replay.Rebuilds;
import org.talks.catalogue.speaker.SpeakerCommand.RegisterSpeaker;
import org.talks.catalogue.speaker.SpeakerCommand.RenameSpeaker;
import org.talks.catalogue.speaker.SpeakerId;
import org.talks.catalogue.talk.TalkCommand.AddTalk;
import org.talks.catalogue.talk.TalkCommand.RetitleTalk;
import org.talks.catalogue.talk.TalkCommand.SetSpeakers;
import org.talks.catalogue.talk.TalkId;
import org.talks.events.ConferenceDetails;
import org.talks.events.Credit;
import org.talks.events.TalkDetails;
import org.talks.search.Facet;

class SavedSearchesTest {

    @TempDir
    Path data;

    private CatalogueFixture catalogue;
    private final ConferenceId conference = new ConferenceId(id());

    @BeforeEach
    void open() {
        catalogue = CatalogueFixture.open(data);
        catalogue.send(new RegisterConference(conference, ConferenceDetails.named("PyCon Ireland"), null));
    }

    @AfterEach
    void close() {
        catalogue.close();
    }

    @Test
    void aTalkIsOnTheListAsSoonAsItIsVisible() {
        var saved = save("kubernetes");

        var talk = add("Kubernetes for humans");
        add("Something else");
        catalogue.caughtUp();

        assertThat(found(saved)).containsExactly(talk.value());
    }

    @Test
    void whatMatchedBeforeIsNotNewHoweverOftenItIsEdited() {
        var talk = add("Kubernetes for humans");
        catalogue.caughtUp();
        var saved = save("kubernetes");

        catalogue.send(new RetitleTalk(talk, "Kubernetes for all humans", null));
        catalogue.caughtUp();

        assertThat(found(saved)).isEmpty();
    }

    @Test
    void anEditThatMakesATalkMatchPutsItOnTheListOnce() {
        var talk = add("Containers for humans");
        catalogue.caughtUp();
        var saved = save("kubernetes");

        catalogue.send(new RetitleTalk(talk, "Kubernetes for humans", null));
        catalogue.caughtUp();
        catalogue.send(new RetitleTalk(talk, "Containers for humans", null));
        catalogue.caughtUp();
        catalogue.send(new RetitleTalk(talk, "Kubernetes after all", null));
        catalogue.caughtUp();

        assertThat(found(saved)).containsExactly(talk.value());
    }

    @Test
    void aSpeakersNewNameMakesTheirTalksMatch() {
        var speaker = new SpeakerId(id());
        catalogue.send(new RegisterSpeaker(speaker, "Grace Brewster", List.of(), null, null));
        var talk = add("Compilers", speaker);
        catalogue.caughtUp();
        var saved = save("speaker:hopper");

        catalogue.send(new RenameSpeaker(speaker, "Grace Hopper", false));
        catalogue.caughtUp();

        assertThat(found(saved)).containsExactly(talk.value());
    }

    @Test
    void itsLastWordIsNoUnfinishedOne() {
        var saved = save("java");

        add("JavaScript for humans");
        catalogue.caughtUp();

        assertThat(found(saved)).isEmpty();
    }

    @Test
    void aRestartAndARebuildLoseNothingAndRepeatNothing() {
        var saved = save("kubernetes");
        var first = add("Kubernetes for humans");
        catalogue.caughtUp();
        catalogue.close();

        catalogue = CatalogueFixture.open(data);
        assertThat(found(saved)).containsExactly(first.value());
        var when = catalogue.get(SavedSearches.class).found(saved, 1).getFirst().found();

        catalogue.rebuilds().start("r1");
        var second = add("Kubernetes, the sequel");
        while (catalogue.rebuilds().find("r1").orElseThrow().state() == Rebuilds.State.RUNNING) {
            Thread.onSpinWait();
        }
        assertThat(catalogue.rebuilds().find("r1").orElseThrow().state()).isEqualTo(Rebuilds.State.DONE);
        catalogue.caughtUp();

        assertThat(found(saved)).containsExactlyInAnyOrder(first.value(), second.value());
        assertThat(catalogue.get(SavedSearches.class).found(saved, 9))
                .contains(new SavedSearch.Found(first.value(), when));
    }

    @Test
    void onlyItsOwnerDeletesASearchAndItsListGoesWithIt() {
        var saved = save("kubernetes");
        add("Kubernetes for humans");
        catalogue.caughtUp();
        var searches = catalogue.get(SavedSearches.class);

        assertThatThrownBy(() -> searches.delete("somebody else", saved)).isInstanceOf(Refused.NotFound.class);
        searches.delete(owner(), saved);

        assertThat(searches.find(saved)).isEmpty();
        assertThat(searches.found(saved, 9)).isEmpty();
        add("Kubernetes again");
        catalogue.caughtUp();
        assertThat(searches.found(saved, 9)).isEmpty();
    }

    @Test
    void aSearchNeedsANameAndNobodyKeepsThemWithoutEnd() {
        var searches = catalogue.get(SavedSearches.class);

        assertThatThrownBy(() -> searches.save(owner(), "  ", "x", Map.of())).isInstanceOf(Refused.Invalid.class);
        for (var i = 0; i < SavedSearches.PER_ACCOUNT_MAX; i++) {
            searches.save(owner(), "search " + i, "x", Map.of());
        }
        assertThatThrownBy(() -> searches.save(owner(), "one more", "x", Map.of()))
                .isInstanceOf(Refused.NotNow.class);
    }

    @Test
    void facetsAreKept() {
        var saved = catalogue
                .get(SavedSearches.class)
                .save(owner(), "all of it", "", Map.of(Facet.CONFERENCE, List.of(conference.value())));
        var talk = add("Anything");
        catalogue.caughtUp();

        assertThat(found(saved.id())).containsExactly(talk.value());
    }

    private String save(String text) {
        return catalogue
                .get(SavedSearches.class)
                .save(owner(), text, text, Map.of())
                .id();
    }

    private List<String> found(String search) {
        return catalogue.get(SavedSearches.class).found(search, 100).stream()
                .map(SavedSearch.Found::talkId)
                .toList();
    }

    private String owner() {
        var accounts = catalogue.get(Accounts.class);
        return accounts.named("ana")
                .map(Account::id)
                .orElseGet(() -> accounts.add("ana", Role.READER).account().id());
    }

    private TalkId add(String title, SpeakerId... speakers) {
        var talk = new TalkId(id());
        catalogue.send(new AddTalk(talk, TalkDetails.titled(conference.value(), title), null));
        if (speakers.length > 0) {
            catalogue.send(new SetSpeakers(
                    talk,
                    Arrays.stream(speakers)
                            .map(s -> new Credit(s.value(), Credit.SPEAKER))
                            .toList()));
        }
        return talk;
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }
}
