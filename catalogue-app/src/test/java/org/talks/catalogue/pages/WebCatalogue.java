package org.talks.catalogue.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.talks.catalogue.CatalogueApplication;
import org.talks.catalogue.account.Accounts;
import org.talks.catalogue.account.Tokens;
import org.talks.catalogue.command.CatalogueCommand;
import org.talks.catalogue.eventstore.CommandContext;
import org.talks.catalogue.eventstore.Commands;
import org.talks.catalogue.eventstore.EventLog;
import org.talks.catalogue.eventstore.Receipt;
import org.talks.catalogue.replay.Views;

/// A whole catalogue with its web server, and browsers without script for it.
final class WebCatalogue implements AutoCloseable {

    private static final String FIRST_PASSWORD = "given by the environment";
    private static final String PASSWORD = "correct horse battery";
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final ConfigurableApplicationContext context;
    private final int port;

    private WebCatalogue(ConfigurableApplicationContext context) {
        this.context = context;
        this.port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    static WebCatalogue start(Path data, String... settings) {
        var arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--catalogue.data=" + data,
                "--logging.level.root=WARN",
                "--spring.main.banner-mode=off",
                "--CATALOGUE_ADMIN_PASSWORD=" + FIRST_PASSWORD));
        arguments.addAll(List.of(settings));
        var context = new SpringApplicationBuilder(CatalogueApplication.class).run(arguments.toArray(String[]::new));
        var accounts = context.getBean(Accounts.class);
        accounts.changePassword(accounts.named("admin").orElseThrow().id(), FIRST_PASSWORD, PASSWORD, "192.0.2.1");
        return new WebCatalogue(context);
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port).resolve(path);
    }

    static String id() {
        return UUID.randomUUID().toString();
    }

    <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    Receipt send(CatalogueCommand command) {
        return context.getBean(Commands.class)
                .send(command, CommandContext.by("0190f1de-0000-7000-8000-000000000001", "test"));
    }

    Receipt send(CatalogueCommand command, CommandContext by) {
        return context.getBean(Commands.class).send(command, by);
    }

    String accountOf(String name) {
        return context.getBean(Accounts.class).named(name).orElseThrow().id();
    }

    void catchUp() throws InterruptedException {
        if (!context.getBean(Views.class).await(context.getBean(EventLog.class).head(), Duration.ofSeconds(30))) {
            throw new AssertionError("the views did not catch up");
        }
    }

    long head() {
        return context.getBean(EventLog.class).head();
    }

    String token() {
        return context.getBean(Tokens.class).create("admin", "test").secret();
    }

    Browser reader() {
        return new Browser();
    }

    Browser administrator() {
        var browser = new Browser();
        browser.post("/sign-in", Map.of("name", "admin", "password", PASSWORD, "_csrf", browser.csrf("/sign-in")));
        return browser;
    }

    @Override
    public void close() {
        context.close();
    }

    /// Keeps cookies, follows no redirect by itself.
    final class Browser {

        private final HttpClient client = HttpClient.newBuilder()
                .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
                .build();

        HttpResponse<String> get(String path, String... headers) {
            return send("GET", path, HttpRequest.BodyPublishers.noBody(), headers);
        }

        byte[] bytes(String path) throws IOException, InterruptedException {
            return raw(path).body();
        }

        /// As it came over the wire.
        HttpResponse<byte[]> raw(String path, String... headers) throws IOException, InterruptedException {
            var request = HttpRequest.newBuilder(
                    URI.create("http://127.0.0.1:" + port).resolve(path));
            if (headers.length > 0) {
                request.headers(headers);
            }
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        }

        /// The page at the end of the redirects that lead from a path.
        HttpResponse<String> follow(HttpResponse<String> answer) {
            var next = answer;
            for (var hops = 0; hops < 5 && next.statusCode() / 100 == 3; hops++) {
                next = get(location(next));
            }
            return next;
        }

        HttpResponse<String> post(String path, Map<String, String> form, String... headers) {
            var body = form.entrySet().stream()
                    .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                    .collect(Collectors.joining("&"));
            return send(
                    "POST",
                    path,
                    HttpRequest.BodyPublishers.ofString(body),
                    with(headers, "Content-Type", "application/x-www-form-urlencoded"));
        }

        /// Posts a form of a page with the page's token.
        HttpResponse<String> submit(String page, String action, Map<String, String> form) {
            var fields = new LinkedHashMap<>(form);
            fields.put("_csrf", csrf(page));
            return post(action, fields);
        }

        HttpResponse<String> upload(
                String path, Map<String, String> fields, String name, String content, String... headers) {
            var boundary = "between-the-parts";
            var body = new StringBuilder();
            fields.forEach((field, value) -> body.append("--" + boundary + "\r\nContent-Disposition: form-data; name=\""
                    + field + "\"\r\n\r\n" + value + "\r\n"));
            body.append("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                    + "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + content + "\r\n--" + boundary
                    + "--\r\n");
            return send(
                    "POST",
                    path,
                    HttpRequest.BodyPublishers.ofString(body.toString()),
                    with(headers, "Content-Type", "multipart/form-data; boundary=" + boundary));
        }

        String csrf(String page) {
            var token = CSRF.matcher(follow(get(page)).body());
            if (!token.find()) {
                throw new AssertionError("there is no form on " + page);
            }
            return token.group(1);
        }

        HttpResponse<String> send(String method, String path, HttpRequest.BodyPublisher body, String... headers) {
            var request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + port).resolve(path))
                    .method(method, body);
            if (headers.length > 0) {
                request.headers(headers);
            }
            try {
                return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    private static String[] with(String[] headers, String... more) {
        var all = java.util.Arrays.copyOf(headers, headers.length + more.length);
        System.arraycopy(more, 0, all, headers.length, more.length);
        return all;
    }

    static String location(HttpResponse<?> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
