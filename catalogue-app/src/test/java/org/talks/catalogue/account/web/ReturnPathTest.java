package org.talks.catalogue.account.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class ReturnPathTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/talks/0198", "/?q=balanced+team&year=2016", "/speakers/x/ian-huston#notes", "/a:b"})
    void pathsOfTheCatalogueAreKept(String path) {
        assertThat(ReturnPath.of(path)).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "talks",
                "https://evil.example",
                "//evil.example",
                "///evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "/\t/evil.example",
                "\t//evil.example",
                "/\n/evil.example",
                " //evil.example",
                "javascript:alert(1)",
                "/talks\r\nSet-Cookie: a=b"
            })
    void everythingElseLeadsToTheFrontPage(String elsewhere) {
        assertThat(ReturnPath.of(elsewhere)).isEqualTo("/");
    }

    @Test
    void anEndlessPathLeadsToTheFrontPage() {
        assertThat(ReturnPath.of("/" + "a".repeat(2_000))).isEqualTo("/");
    }

    @Test
    void onlyWhatCanBeRepeatedIsComeBackTo() {
        var get = new MockHttpServletRequest("GET", "/views");
        get.setQueryString("a=b&c=d");
        assertThat(ReturnPath.signIn(get)).isEqualTo("/sign-in?next=%2Fviews%3Fa%3Db%26c%3Dd");
        assertThat(ReturnPath.signIn(new MockHttpServletRequest("POST", "/talks")))
                .isEqualTo("/sign-in");
    }
}
