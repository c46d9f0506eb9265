package org.talks.catalogue.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.web.servlet.support.RequestContextUtils;

/// Something to be shown on the page after a redirect, and never again: reloading that page neither repeats the
/// form nor shows a secret twice.
final class Once {

    private static final String KEY = Once.class.getName();

    private Once() {}

    static void show(Object shown, String path, HttpServletRequest request, HttpServletResponse response) {
        RequestContextUtils.getOutputFlashMap(request).put(KEY, shown);
        RequestContextUtils.saveOutputFlashMap(path, request, response);
    }

    static <T> Optional<T> take(Class<T> type, HttpServletRequest request) {
        var flash = RequestContextUtils.getInputFlashMap(request);
        return flash == null
                ? Optional.empty()
                : Optional.ofNullable(flash.get(KEY)).filter(type::isInstance).map(type::cast);
    }
}
