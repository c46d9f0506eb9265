package org.talks.catalogue.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UrlsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org",
                "HTTP://Example.org:8080/a?b=c#d",
                "https://[::1]/x",
                "https://例え.jp/トーク?q=%zz",
                "https://example.org/@user/talk|1"
            })
    void takesWhatABrowserWouldOpen(String url) {
        assertThat(Urls.isWebAddress(url)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.org",
                "https:/example.org",
                "https://",
                "https:///path",
                "https://?q",
                "https://user:secret@example.org",
                "https://example.org/a\nb",
                "https://example.org/\u00a0",
                "https://example.org/<script>",
                "https://example.org\\@evil.example",
                "data:text/html,x",
                " https://example.org"
            })
    void refusesTheRest(String url) {
        assertThat(Urls.isWebAddress(url)).isFalse();
    }
}
