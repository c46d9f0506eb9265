package org.talks.catalogue.talk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.talks.events.Resource;
import org.talks.events.Session;
import org.talks.events.TalkDetails;

class TalkContentTest {

    private static TalkContent talk(List<Session> sessions, List<Resource> resources) {
        var details = DetailsEdit.of(TalkDetails.titled("c", "Falcons"), d -> {
            d.sessions = sessions;
            d.resources = resources;
        });
        return TalkContent.added("t", details, null);
    }

    private static Session session(String id, @Nullable Integer seconds) {
        return new Session(id, null, null, null, seconds, null);
    }

    private static Resource video(@Nullable Integer seconds) {
        return new Resource("v", Resource.VIDEO, "https://example.org/v", null, null, null, false, seconds);
    }

    @Test
    void aTalkIsAsLongAsTheFirstSessionThatSaysSoElseAsItsRecording() {
        assertThat(talk(List.of(session("a", null), session("b", 1_800)), List.of(video(1_700)))
                        .seconds())
                .isEqualTo(1_800);
        assertThat(talk(List.of(session("a", null)), List.of(video(1_700))).seconds())
                .isEqualTo(1_700);
        assertThat(talk(List.of(), List.of(video(null))).seconds()).isNull();
    }

    @Test
    void aTalkHasAResourceOfItsKindOnly() {
        var talk = talk(List.of(), List.of(video(null)));
        assertThat(talk.hasResource(Resource.VIDEO)).isTrue();
        assertThat(talk.hasResource(Resource.SLIDES)).isFalse();
    }
}
