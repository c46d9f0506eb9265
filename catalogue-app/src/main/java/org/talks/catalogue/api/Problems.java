package org.talks.catalogue.api;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.talks.catalogue.command.Conflict;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.eventstore.EventLogException;

/// Refusals and failures as problem details (RFC 9457). `type` is `/problems/` and the rule's name; `errors`
/// names the wrong fields; a conflict brings both versions.
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
final class Problems extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Refused refused, HttpServletRequest request) {
        return answer(of(refused), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> late(PositionNotReachedException late, HttpServletRequest request) {
        var problem = problem(
                HttpStatus.SERVICE_UNAVAILABLE, "not-yet", "The views are behind", String.valueOf(late.getMessage()));
        return ResponseEntity.status(problem.getStatus())
                .header("Retry-After", "1")
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unwritable(EventLogException failure, HttpServletRequest request) {
        LOG.error("The event log failed at {} {}", request.getMethod(), request.getRequestURI(), failure);
        return answer(
                problem(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "log-unavailable",
                        "The event log cannot be used",
                        "Nothing of this request was recorded. "
                                + (failure.isDiskFull()
                                        ? "The server's disk is full; try again when there is some space."
                                        : "Try again; if it stays so, look at the server's log.")),
                request);
    }

    /// What Spring itself refuses: a parameter of the wrong type, a body that is no JSON, a method, a media type.
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception ex, @Nullable Object body, HttpHeaders headers, HttpStatusCode statusCode, WebRequest request) {
        var status = isTooLarge(ex) ? HttpStatus.CONTENT_TOO_LARGE : HttpStatus.valueOf(statusCode.value());
        var servlet = ((ServletWebRequest) request).getRequest();
        var problem = ProblemWriter.of(
                servlet,
                status,
                status == HttpStatus.CONTENT_TOO_LARGE ? BodyLimit.TITLE : status.getReasonPhrase(),
                SpringRefusals.sentence(ex));
        // Those of some exceptions cannot be changed.
        var own = new HttpHeaders();
        own.addAll(headers);
        own.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        return super.handleExceptionInternal(ex, problem, own, status, request);
    }

    private static boolean isTooLarge(@Nullable Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof BodyLimit.TooLargeException) {
                return true;
            }
        }
        return false;
    }

    static ProblemDetail of(Refused refused) {
        var status = switch (refused) {
            case Refused.NotFound notFound -> HttpStatus.NOT_FOUND;
            case Refused.Malformed malformed -> HttpStatus.BAD_REQUEST;
            case Refused.Invalid invalid -> HttpStatus.UNPROCESSABLE_CONTENT;
            default -> HttpStatus.CONFLICT;
        };
        var problem = problem(status, refused.code(), title(refused), String.valueOf(refused.getMessage()));
        if (!refused.fields().isEmpty()) {
            problem.setProperty("errors", refused.fields());
        }
        if (refused instanceof Conflict conflict) {
            problem.setProperty("expectedVersion", conflict.expectedVersion());
            problem.setProperty("currentVersion", conflict.currentVersion());
            problem.setProperty("theirs", conflict.theirs());
            problem.setProperty("yours", conflict.yours());
        }
        return problem;
    }

    private static String title(Refused refused) {
        return switch (refused.code()) {
            case "not-found" -> "Not found";
            case "malformed" -> "The request cannot be understood";
            case "invalid" -> "Something in the request is wrong";
            case "conflict" -> "Somebody else changed the same part";
            default -> "Not possible now";
        };
    }

    private static ProblemDetail problem(HttpStatus status, String code, String title, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("/problems/" + code));
        problem.setTitle(title);
        return problem;
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem, HttpServletRequest request) {
        problem.setInstance(URI.create(request.getRequestURI()));
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
