package org.talks.catalogue.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.talks.catalogue.conference.ConferenceCommand.RegisterConference;
import org.talks.catalogue.conference.ConferenceId;
import org.talks.catalogue.eventstore.CommandContext;
import org.talks.catalogue.eventstore.CommandContext.Origin;
import org.talks.catalogue.talk.TalkCommand.AddTalk;
import org.talks.catalogue.talk.TalkCommand.LinkTalkToSource;
import org.talks.catalogue.talk.TalkCommand.RewriteSummary;
import org.talks.catalogue.talk.TalkCommand.SetLanguage;
import org.talks.catalogue.talk.TalkCommand.SetLevel;
import org.talks.catalogue.talk.TalkCommand.SetTrack;
import org.talks.catalogue.talk.TalkId;
import org.talks.events.ConferenceDetails;
import org.talks.events.RichText;
import org.talks.events.SourceKey;
import org.talks.events.TalkDetails;

class OriginPagesTest {

    @TempDir
    Path data;

    private static CommandContext from(String source, String importId) {
        return new CommandContext("local", importId, null, null, new Origin(importId, source, null));
    }

    @Test
    void twoSourcesAndAPersonOwnThreeFieldsOfOneTalkAndThePageShowsThreeOrigins() throws InterruptedException {
        try (var catalogue = WebCatalogue.start(data)) {
            var conference = WebCatalogue.id();
            var talk = new TalkId(WebCatalogue.id());
            catalogue.send(
                    new RegisterConference(new ConferenceId(conference), ConferenceDetails.named("TinyConf"), null));
            catalogue.send(
                    new AddTalk(talk, TalkDetails.titled(conference, "Ants"), new SourceKey("frab:tiny", "g1")),
                    from("frab:tiny", "0198-first"));
            catalogue.send(new LinkTalkToSource(talk, new SourceKey("pyvideo", "tiny/ants")));
            catalogue.send(new SetTrack(talk, "Insects"), from("pyvideo", "0198-second"));
            catalogue.send(new SetLevel(talk, "beginners"));
            catalogue.send(new SetLanguage(talk, "de"));
            catalogue.send(new RewriteSummary(talk, RichText.markdown("Ants ".repeat(15) + "carry everything.")));
            catalogue.catchUp();

            var reader = catalogue.reader();
            var page = reader.follow(reader.get("/talks/" + talk + "/origins")).body();
            assertThat(page)
                    .containsPattern("Conference<br>.*TinyConf")
                    .containsPattern("Title<br>.*Ants(?s:.){0,80}the import of frab:tiny")
                    .containsPattern("Track<br>.*Insects(?s:.){0,80}the import of pyvideo")
                    .containsPattern("Language<br>.*German")
                    .as("cut after a word")
                    .containsPattern("Summary<br>.*(Ants ){15}carry…<")
                    .containsPattern("Level<br>.*beginners(?s:.){0,80}an editor");
            assertThat(page).contains("Known to frab:tiny, g1", "Known to pyvideo, tiny/ants");
            assertThat(reader.follow(reader.get("/talks/" + talk)).body()).contains("/origins\"");

            var json = reader.get("/api/talks/" + talk + "/origins").body();
            assertThat(json)
                    .containsPattern("\"part\":\"title\"[^}]*\"source\":\"frab:tiny\"")
                    .containsPattern("\"part\":\"track\"[^}]*\"importId\":\"0198-second\"")
                    .containsPattern("\"part\":\"level\"[^}]*\"who\":\"an editor\"");
        }
    }
}
