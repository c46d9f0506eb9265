package org.talks.catalogue.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.method.HandlerMethod;

class RetirementTest {

    static final class Endpoints {

        @Retiring(since = "2026-11-23", sunset = "2027-06-01", successor = "/api/talks")
        public void old() {}

        public void current() {}
    }

    private static MockHttpServletResponse answer(String method) throws NoSuchMethodException {
        var response = new MockHttpServletResponse();
        new Retirement()
                .preHandle(
                        new MockHttpServletRequest(),
                        response,
                        new HandlerMethod(new Endpoints(), Endpoints.class.getDeclaredMethod(method)));
        return response;
    }

    @Test
    void whatIsToGoSaysSinceWhenUntilWhenAndWhatTakesItsPlace() throws Exception {
        var answer = answer("old");
        assertThat(answer.getHeader("Deprecation")).isEqualTo("@1795392000");
        assertThat(answer.getHeader("Sunset")).isEqualTo("Tue, 1 Jun 2027 00:00:00 GMT");
        assertThat(answer.getHeader("Link")).isEqualTo("</api/talks>; rel=\"successor-version\"");
    }

    @Test
    void whatStaysSaysNothing() throws Exception {
        assertThat(answer("current").getHeaderNames()).doesNotContain("Deprecation", "Sunset", "Link");
    }
}
