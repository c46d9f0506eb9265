package org.talks.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventSchemasTest {

    private static final String ID = "0198c1d0-7e1a-7c3b-9f00-5b1c2d3e4f50";

    @Test
    void acceptsWhatTheCatalogueWrites() {
        var event = new TalkEvent.TalkRetitled(ID, "Title", null);
        assertThat(EventSchemas.problems("talk.retitled", 3, EventJson.write(event)))
                .isEmpty();
    }

    @Test
    void acceptsFieldsOfANewerVersion() {
        assertThat(problems("talk.restored", 1, "{'talkId':'" + ID + "','mood':'good'}"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "talk.retitled   | {'talkId':'ID','title':'x'}                                     | subtitle",
                "talk.retitled   | {'talkId':'ID','title':null,'subtitle':null}                    | /title",
                "talk.retitled   | {'talkId':'ID','title':7,'subtitle':null}                       | /title",
                "talk.retitled   | {'talkId':'nobody','title':'x','subtitle':null}                 | /talkId",
                "talk.topicsSet  | {'talkId':'ID','topics':['a',null]}                             | /topics/1",
                "talk.speakersSet| {'talkId':'ID','speakers':[{'speakerId':'ID'}]}                 | /speakers/0",
                "talk.added      | {'talkId':'ID','details':{},'source':null}                      | /details",
                "transcript.attached | {'talkId':'ID','language':'en','origin':'auto','cues':[{'startMillis':-1,'endMillis':0,'voice':null,'text':'x'}]} | /cues/0/startMillis"
            })
    void namesThePlaceOfWhatIsWrong(String name, String payload, String place) {
        int revision = name.equals("talk.retitled") ? 3 : 1;
        assertThat(problems(name, revision, payload.replace("ID", ID)))
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem).contains(place));
    }

    @Test
    void assertsFormats() {
        var session = "{'talkId':'ID','session':{'sessionId':'s','date':'DATE','localTime':'09:30','zone':null,"
                + "'durationSeconds':null,'room':null}}";
        var known = session.replace("ID", ID);
        assertThat(problems("talk.scheduled", 1, known.replace("DATE", "2016-11-05")))
                .isEmpty();
        assertThat(problems("talk.scheduled", 1, known.replace("DATE", "2016-02-30")))
                .singleElement()
                .asString()
                .contains("/session/date");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "7"})
    void refusesWhatIsNoObject(String payload) {
        assertThat(problems("talk.restored", 1, payload)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"talk.danced,1", "talk.retitled,4", "talk.retitled,0", "../schemas/talk.retitled,1"})
    void saysSoWhenItKnowsNoSchema(String name, int revision) {
        assertThat(problems(name, revision, "{}"))
                .singleElement()
                .asString()
                .startsWith("this version knows no schema");
    }

    @Test
    void answersManyThreadsAtOnce() {
        var expected = problems("talk.retitled", 2, "{'talkId':'x'}");
        List<List<String>> answers = IntStream.range(0, 200)
                .parallel()
                .mapToObj(_ -> problems("talk.retitled", 2, "{'talkId':'x'}"))
                .toList();
        assertThat(expected).hasSize(2);
        assertThat(answers).containsOnly(expected);
    }

    private static List<String> problems(String name, int revision, String json) {
        return EventSchemas.problems(name, revision, json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
}
