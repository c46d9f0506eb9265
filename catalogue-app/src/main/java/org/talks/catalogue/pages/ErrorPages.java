package org.talks.catalogue.pages;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.talks.catalogue.web.Html;
import org.talks.catalogue.web.ProblemPage;
import org.talks.catalogue.web.Ref;
import org.talks.catalogue.web.Visit;
import org.talks.catalogue.web.Wording;

/// What no controller answered: addresses that lead nowhere, refused requests, failures. People get a page,
/// programs a problem (RFC 9457); neither gets a trace.
@RestController
final class ErrorPages implements ErrorController {

    private final Html html;

    ErrorPages(Html html) {
        this.html = html;
    }

    @RequestMapping("${server.error.path:${error.path:/error}}")
    ResponseEntity<?> error(HttpServletRequest request, Visit visit) {
        var status = status(request);
        var path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String uri ? uri : "/";
        if (path.startsWith("/api/")) {
            return ResponseEntity.status(status)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(problem(status, path));
        }
        return ResponseEntity.status(status)
                .contentType(new MediaType(MediaType.TEXT_HTML, java.nio.charset.StandardCharsets.UTF_8))
                .body(html.string(page(status, visit)));
    }

    private static HttpStatus status(HttpServletRequest request) {
        var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer number ? number : 404;
        var status = HttpStatus.resolve(code);
        return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
    }

    private static ProblemPage page(HttpStatus status, Visit visit) {
        return switch (status) {
            case NOT_FOUND -> ProblemPage.notFound(visit);
            case UNAUTHORIZED, FORBIDDEN -> ProblemPage.forbidden(visit);
            case CONTENT_TOO_LARGE ->
                new ProblemPage(
                        visit,
                        status.value(),
                        Wording.text("pages.the-file-is-too-large"),
                        Wording.text("pages.how-large-a-file-may-be"),
                        List.of(
                                new Ref("/imports", Wording.text("nav.imports")),
                                new Ref("/", Wording.text("search.submit"))));
            default ->
                status.is5xxServerError()
                        ? ProblemPage.failed(visit)
                        : new ProblemPage(
                                visit,
                                status.value(),
                                Wording.text("pages.that-request-cannot-be-answered"),
                                Wording.text("pages.it-was-sent-in-a-way"),
                                List.of(new Ref("/", Wording.text("search.submit"))));
        };
    }

    private static ProblemDetail problem(HttpStatus status, String path) {
        var problem = ProblemDetail.forStatus(status);
        problem.setType(URI.create(
                "/problems/" + status.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-')));
        problem.setDetail(
                status.is5xxServerError()
                        ? Wording.text("pages.the-fault-is-the-catalogues-and")
                        : switch (status) {
                            case NOT_FOUND -> Wording.text("pages.there-is-nothing-at-this-address");
                            case METHOD_NOT_ALLOWED -> Wording.text("pages.this-address-does-not-take-that");
                            case NOT_ACCEPTABLE -> Wording.text("pages.there-is-no-such-format-here");
                            case UNSUPPORTED_MEDIA_TYPE -> Wording.text("pages.send-the-body-as-application-json");
                            case CONTENT_TOO_LARGE -> Wording.text("pages.how-large-a-file-may-be");
                            default -> Wording.text("pages.the-request-cannot-be-answered");
                        });
        problem.setInstance(URI.create(path));
        return problem;
    }
}
