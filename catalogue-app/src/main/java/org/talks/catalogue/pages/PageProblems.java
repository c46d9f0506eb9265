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

/// Shows refusals that no form takes care of as a page, in the words that the API has for them.
@ControllerAdvice(annotations = PageController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
final class PageProblems {

    private static final Logger LOG = LoggerFactory.getLogger(PageProblems.class);

    private static final List<Ref> WAYS = List.of(new Ref("/", "Search"));

    @ExceptionHandler
    ResponseEntity<Fragment> refused(Refused refused, Visit visit) {
        return switch (refused) {
            case Refused.NotFound _ -> answer(HttpStatus.NOT_FOUND, ProblemPage.notFound(visit));
            case Refused.Malformed _ ->
                answer(HttpStatus.BAD_REQUEST, "This address cannot be understood", refused, visit);
            case Refused.Invalid _ ->
                answer(HttpStatus.UNPROCESSABLE_CONTENT, "That cannot be taken as it is", refused, visit);
            default -> answer(HttpStatus.CONFLICT, "That is not possible now", refused, visit);
        };
    }

    @ExceptionHandler
    ResponseEntity<Fragment> late(PositionNotReachedException late, Visit visit) {
        return answer(HttpStatus.SERVICE_UNAVAILABLE, "This is not ready yet", late, visit);
    }

    @ExceptionHandler
    ResponseEntity<Fragment> unwritable(EventLogException failure, Visit visit) {
        LOG.error("The event log failed", failure);
        return answer(
                HttpStatus.SERVICE_UNAVAILABLE,
                new ProblemPage(
                        visit,
                        HttpStatus.SERVICE_UNAVAILABLE.value(),
                        "That could not be recorded",
                        failure.isDiskFull()
                                ? "The server's disk is full. Go back, and send it again when there is some space; nothing of it was recorded."
                                : "The event log cannot be used at the moment. Go back and send it again; nothing of it was recorded.",
                        WAYS));
    }

    private static ResponseEntity<Fragment> answer(
            HttpStatus status, String title, RuntimeException reason, Visit visit) {
        return answer(status, new ProblemPage(visit, status.value(), title, String.valueOf(reason.getMessage()), WAYS));
    }

    private static ResponseEntity<Fragment> answer(HttpStatus status, Fragment page) {
        return ResponseEntity.status(status).contentType(MediaType.TEXT_HTML).body(page);
    }
}
