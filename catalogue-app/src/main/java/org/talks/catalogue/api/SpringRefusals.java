package org.talks.catalogue.api;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;

/// What Spring refuses by itself, in sentences that say what, where and what to do.
final class SpringRefusals {

    private static final int SHOWN_CHARACTERS_MAX = 60;

    private SpringRefusals() {}

    static String sentence(Exception refused) {
        return switch (refused) {
            case MissingServletRequestParameterException missing ->
                missing.getParameterName() + " is missing; give it in the query or in the body.";
            case MissingServletRequestPartException missing ->
                missing.getRequestPartName() + " is missing; give it as a part of a form (multipart/form-data).";
            case TypeMismatchException mismatch ->
                mismatch.getPropertyName() + " must be " + wanted(mismatch.getRequiredType()) + ", not “"
                        + shortened(String.valueOf(mismatch.getValue())) + "”.";
            case HttpMessageNotReadableException unreadable -> body(unreadable.getMostSpecificCause());
            case HttpMediaTypeNotSupportedException other ->
                "Send the body as " + types(other.getSupportedMediaTypes(), "application/json") + ", and say so in"
                        + " the header Content-Type.";
            case HttpMediaTypeNotAcceptableException other ->
                "This address answers " + types(other.getSupportedMediaTypes(), "application/json")
                        + "; the header Accept asks for something else.";
            default -> detail(refused);
        };
    }

    private static String detail(Exception refused) {
        var detail =
                refused instanceof ErrorResponse response ? response.getBody().getDetail() : null;
        return detail == null ? "The request cannot be answered." : detail;
    }

    private static String wanted(@Nullable Class<?> type) {
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return "a whole number";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        return type != null && type.isEnum()
                ? "one of "
                        + Arrays.stream(type.getEnumConstants())
                                .map(String::valueOf)
                                .collect(Collectors.joining(", "))
                : "of another kind";
    }

    private static String body(Throwable cause) {
        if (cause instanceof BodyLimit.TooLargeException) {
            return String.valueOf(cause.getMessage());
        }
        if (!(cause instanceof JacksonException unreadable)) {
            return "Send a body of JSON.";
        }
        var at = unreadable.getLocation();
        var where =
                at == null || at.getLineNr() < 1 ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
        return unreadable instanceof StreamReadException
                ? "The body is no JSON" + where + "."
                : "The body is JSON of another form than this address takes" + where + "; see /api.";
    }

    private static String types(List<MediaType> types, String otherwise) {
        return types.isEmpty()
                ? otherwise
                : types.stream().map(MediaType::toString).distinct().collect(Collectors.joining(" or "));
    }

    private static String shortened(String value) {
        return value.length() <= SHOWN_CHARACTERS_MAX ? value : value.substring(0, SHOWN_CHARACTERS_MAX) + "…";
    }
}
