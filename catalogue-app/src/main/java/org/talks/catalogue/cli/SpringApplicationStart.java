package org.talks.catalogue.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.talks.catalogue.data.DataDirectoryException;
import org.talks.catalogue.eventstore.EventLogException;

/// The application as Spring Boot starts it.
final class SpringApplicationStart implements Application {

    private final Class<?> application;

    /// @param application the class with the Spring configuration
    SpringApplicationStart(Class<?> application) {
        this.application = application;
    }

    @Override
    public int serve(List<String> settings) {
        try {
            var context = new SpringApplicationBuilder(application).run(settings.toArray(String[]::new));
            return context.getEnvironment().getProperty("local.server.port", Integer.class, 0);
        } catch (RuntimeException e) {
            throw plain(e);
        }
    }

    @Override
    public <T> T use(Path data, Function<Operations, T> work) {
        Output.reserve();
        try (var context = new SpringApplicationBuilder(application)
                .web(WebApplicationType.NONE)
                .run(
                        "--catalogue.data=" + data,
                        "--spring.main.banner-mode=off",
                        "--spring.main.log-startup-info=false",
                        "--logging.level.root=WARN")) {
            return work.apply(context.getBean(Operations.class));
        } catch (RuntimeException e) {
            throw plain(e);
        }
    }

    /// What is wrong with the data, where that is the reason, without what Spring says of its beans.
    private static RuntimeException plain(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DataDirectoryException unusable) {
                return unusable;
            }
            if (cause instanceof EventLogException unusable) {
                return unusable;
            }
        }
        return failure;
    }

    @Override
    public void keepQuiet() {
        Output.quiet();
    }

    @Override
    public void beBrief() {
        BriefProcess.choose();
    }
}
