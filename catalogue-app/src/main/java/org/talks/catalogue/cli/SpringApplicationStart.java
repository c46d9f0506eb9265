package org.talks.catalogue.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.talks.catalogue.data.DataDirectoryException;

/// The application as Spring Boot starts it.
final class SpringApplicationStart implements Application {

    private final Class<?> application;

    /// @param application the class with the Spring configuration
    SpringApplicationStart(Class<?> application) {
        this.application = application;
    }

    @Override
    public int serve(List<String> settings) {
        var context = new SpringApplicationBuilder(application).run(settings.toArray(String[]::new));
        return context.getEnvironment().getProperty("local.server.port", Integer.class, 0);
    }

    @Override
    public <T> T use(Path data, Function<Operations, T> work) {
        Output.reserve();
        try (var context = new SpringApplicationBuilder(application)
                .web(WebApplicationType.NONE)
                .run(
                        "--catalogue.data=" + data,
                        // What it brings is for a server; without it a command starts a quarter of a second sooner.
                        "--spring.boot.enableautoconfiguration=false",
                        "--spring.main.banner-mode=off",
                        "--spring.main.log-startup-info=false",
                        "--logging.level.root=WARN")) {
            return work.apply(context.getBean(Operations.class));
        } catch (RuntimeException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof DataDirectoryException unusable) {
                    throw unusable;
                }
            }
            throw e;
        }
    }

    @Override
    public void keepQuiet() {
        Output.quiet();
    }

    @Override
    public void compileQuickly() {
        QuickCompilation.choose();
    }
}
