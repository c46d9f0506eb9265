package org.talks.catalogue.talk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;
import org.talks.catalogue.command.CatalogueCommand;
import org.talks.catalogue.pages.Typed;
import org.talks.catalogue.speaker.SpeakerCommand.RegisterSpeaker;
import org.talks.catalogue.speaker.SpeakerContent;
import org.talks.catalogue.speaker.SpeakerName;
import org.talks.catalogue.speaker.Speakers;
import org.talks.catalogue.talk.TalkContent;
import org.talks.events.TalkDetails;

/// With views that know nobody yet, as just after a form was sent for the first time.
class BillingTest {

    private static final String TALK = "0198c1d0-7e1a-7c3b-9f00-5b1c2d3e4f50";
    private static final String KEY = "0198c1d0-7e1a-7c3b-9f00-5b1c2d3e4f51";
    private static final String OTHER_KEY = "0198c1d0-7e1a-7c3b-9f00-5b1c2d3e4f52";

    private static final class Nobody implements Speakers {

        @Override
        public long count() {
            return 0;
        }

        @Override
        public @Nullable SpeakerContent find(String speakerId) {
            return null;
        }

        @Override
        public Set<String> withMerged(String speakerId) {
            return Set.of(speakerId);
        }

        @Override
        public List<SpeakerName> shownAfter(String speakerId, int limit) {
            return List.of();
        }

        @Override
        public List<SpeakerName> named(String name) {
            return List.of();
        }

        @Override
        public Map<String, SpeakerName> names(Collection<String> ids) {
            return Map.of();
        }
    }

    private static List<CatalogueCommand> commands(String key, String... names) {
        var typed = new LinkedMultiValueMap<String, String>();
        typed.add("idempotencyKey", key);
        for (int i = 0; i < names.length; i++) {
            typed.add("speakers[" + i + "].name", names[i]);
        }
        var talk = TalkContent.added(TALK, TalkDetails.titled("c", "Falcons"), null);
        return new Billing(new Nobody()).commands(talk, new Typed(typed));
    }

    private static List<String> registered(List<CatalogueCommand> commands) {
        return commands.stream()
                .filter(RegisterSpeaker.class::isInstance)
                .map(command -> ((RegisterSpeaker) command).speaker().value())
                .toList();
    }

    @Test
    void theSameFormAsksForTheSame() {
        assertThat(commands(KEY, "Mina Okafor", "Jo Lind")).isEqualTo(commands(KEY, "Mina Okafor", "Jo Lind"));
    }

    @Test
    void eachNewNameIsAPersonOfTheirOwn() {
        var ids = registered(commands(KEY, "Mina Okafor", "Jo Lind", "Mina Okafor"));
        assertThat(ids).hasSize(2).doesNotHaveDuplicates();
        assertThat(registered(commands(OTHER_KEY, "Mina Okafor", "Jo Lind"))).doesNotContainAnyElementsOf(ids);
    }

    @Test
    void aFormWithoutAKeyStillRegisters() {
        assertThat(registered(commands("no id", "Mina Okafor"))).hasSize(1);
    }
}
