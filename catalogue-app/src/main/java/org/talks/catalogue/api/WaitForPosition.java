package org.talks.catalogue.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.replay.Views;

/// Lets any GET take `minPosition`: it is answered once the views show that position, so that people always see
/// what they have just changed.
@Component
final class WaitForPosition implements HandlerInterceptor, WebMvcConfigurer {

    /// A wait longer than this is answered with 503; following live takes milliseconds.
    private static final Duration AT_MOST = Duration.ofSeconds(5);

    private final Views views;

    WaitForPosition(Views views) {
        this.views = views;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws InterruptedException {
        var parameter = request.getParameter("minPosition");
        if (parameter == null || !request.getMethod().equals("GET")) {
            return true;
        }
        if (!parameter.matches("\\d{1,18}")) {
            throw new Refused.Invalid("minPosition", "minPosition must be a position of the log, a whole number.");
        }
        var position = Long.parseLong(parameter);
        if (!views.await(position, AT_MOST)) {
            throw new PositionNotReachedException(position);
        }
        return true;
    }
}
