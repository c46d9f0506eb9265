package org.talks.catalogue.pages;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.talks.catalogue.api.PositionNotReachedException;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.eventstore.EventLogException;
import org.talks.catalogue.web.Fragment;
import org.talks.catalogue.web.PageController;
import org.talks.catalogue.web.ProblemPage;
import org.talks.catalogue.web.Ref;
import org.talks.catalogue.web.Visit;
import org.talks.catalogue.web.Wording;

/// Shows refusals that no form takes care of as a page, in the words that the API has for them.
@ControllerAdvice(annotations = PageController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
final class PageProblems {

    private static final Logger LOG = LoggerFactory.getLogger(PageProblems.class);

    @ExceptionHandler
    ResponseEntity<Fragment> refused(Refused refused, Visit visit) {
        return switch (refused) {
            case Refused.NotFound _ -> answer(HttpStatus.NOT_FOUND, ProblemPage.notFound(visit));
            case Refused.Malformed _ ->
                answer(HttpStatus.BAD_REQUEST, Wording.text("pages.this-address-cannot-be-understood"), refused, visit);
            case Refused.Invalid _ ->
                answer(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        Wording.text("pages.that-cannot-be-taken-as-it"),
                        refused,
                        visit);
            default -> answer(HttpStatus.CONFLICT, Wording.text("pages.that-is-not-possible-now"), refused, visit);
        };
    }

    @ExceptionHandler
    ResponseEntity<Fragment> late(PositionNotReachedException late, Visit visit) {
        return answer(HttpStatus.SERVICE_UNAVAILABLE, Wording.text("pages.this-is-not-ready-yet"), late, visit);
    }

    @ExceptionHandler
    ResponseEntity<Fragment> unwritable(EventLogException failure, Visit visit) {
        LOG.error("The event log failed", failure);
        return answer(
                HttpStatus.SERVICE_UNAVAILABLE,
                new ProblemPage(
                        visit,
                        HttpStatus.SERVICE_UNAVAILABLE.value(),
                        Wording.text("pages.that-could-not-be-recorded"),
                        failure.isDiskFull()
                                ? Wording.text("pages.the-servers-disk-is-full-go")
                                : Wording.text("pages.the-event-log-cannot-be-used"),
                        ways()));
    }

    private static List<Ref> ways() {
        return List.of(new Ref("/", Wording.text("search.submit")));
    }

    private static ResponseEntity<Fragment> answer(
            HttpStatus status, String title, RuntimeException reason, Visit visit) {
        return answer(
                status, new ProblemPage(visit, status.value(), title, String.valueOf(reason.getMessage()), ways()));
    }

    private static ResponseEntity<Fragment> answer(HttpStatus status, Fragment page) {
        return ResponseEntity.status(status).contentType(MediaType.TEXT_HTML).body(page);
    }
}
