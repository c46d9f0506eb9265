package org.talks.catalogue.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import tools.jackson.databind.json.JsonMapper;

/// 401 and 403 of the API as problem details (RFC 9457), with the challenge of RFC 6750.
final class ApiRefusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final JsonMapper json;

    ApiRefusals(JsonMapper json) {
        this.json = json;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException nobody)
            throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Talk Catalogue\"");
        write(
                response,
                HttpStatus.UNAUTHORIZED,
                "sign-in-required",
                "Sign-in required",
                "Send a token in the header Authorization: Bearer tc_… One is made at /account/tokens.");
    }

    void invalidToken(HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Talk Catalogue\", error=\"invalid_token\"");
        write(
                response,
                HttpStatus.UNAUTHORIZED,
                "invalid-token",
                "Invalid token",
                "The token is unknown, expired or revoked, or its account is disabled.");
    }

    void passwordChangeRequired(HttpServletResponse response) throws IOException {
        write(
                response,
                HttpStatus.FORBIDDEN,
                "password-change-required",
                "Password change required",
                "Change the password at /account/password first; it was made by somebody else.");
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        if (denied instanceof CsrfException) {
            write(
                    response,
                    HttpStatus.FORBIDDEN,
                    "csrf",
                    "Missing or old form token",
                    "Requests with a session cookie need the page's token in the header X-CSRF-TOKEN.");
        } else {
            write(response, HttpStatus.FORBIDDEN, "forbidden", "Forbidden", "The account's role does not allow this.");
        }
    }

    private void write(HttpServletResponse response, HttpStatus status, String code, String title, String detail)
            throws IOException {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("/problems/" + code));
        problem.setTitle(title);
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(problem));
    }
}
