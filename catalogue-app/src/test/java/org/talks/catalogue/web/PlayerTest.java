package org.talks.catalogue.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlayerTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.youtube.com/watch?v=abcdefghijk",
                "http://youtube.com/watch?feature=share&v=abcdefghijk",
                "https://youtu.be/abcdefghijk",
                "https://www.youtube.com/embed/abcdefghijk",
                "https://m.youtube.com/watch?v=abcdefghijk&t=12",
                "https://www.youtube.com/live/abcdefghijk"
            })
    void everyWayToWriteAYouTubeAddressPlaysWithoutCookies(String url) {
        assertThat(Player.of(url))
                .isEqualTo(new Player(
                        "frame",
                        "https://www.youtube-nocookie.com/embed/abcdefghijk?autoplay=1",
                        "youtube.com",
                        "&start={second}"));
    }

    @Test
    void vimeoPlays() {
        assertThat(Player.of("https://vimeo.com/123456789"))
                .isEqualTo(new Player(
                        "frame",
                        "https://player.vimeo.com/video/123456789?autoplay=1&dnt=1",
                        "vimeo.com",
                        "#t={second}s"));
    }

    @Test
    void filesPlayInTheBrowserItself() {
        assertThat(Player.of("https://media.ccc.de/a/talk.webm"))
                .isEqualTo(new Player("video", "https://media.ccc.de/a/talk.webm", "media.ccc.de", ""));
        assertThat(Player.of("https://example.org/talk.MP3"))
                .extracting(Player::type)
                .isEqualTo("audio");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://speakerdeck.com/x/y",
                "https://youtube.com/watch?v=\"><script>",
                "https://www.youtube.com/playlist?list=abcdefghijk",
                "https://www.youtube.com/",
                "https://evil.example/watch?v=abcdefghijk",
                "http://example.org/talk.mp4",
                "javascript:alert(1)",
                "no address at all",
                ""
            })
    void nothingElsePlaysOnThePage(String url) {
        assertThat(Player.of(url)).isNull();
    }

    @Test
    void aSecondIsAddedWhereTheSiteUnderstandsIt() {
        assertThat(Player.at("https://www.youtube.com/watch?v=abcdefghijk", 724))
                .isEqualTo("https://www.youtube.com/watch?v=abcdefghijk&t=724");
        assertThat(Player.at("https://youtu.be/abcdefghijk", 724)).isEqualTo("https://youtu.be/abcdefghijk?t=724");
        assertThat(Player.at("https://media.ccc.de/a/talk.webm", 724))
                .isEqualTo("https://media.ccc.de/a/talk.webm#t=724");
        assertThat(Player.at("https://example.org/about", 724)).isEqualTo("https://example.org/about");
    }
}
