package org.talks.catalogue.account.web;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;
import org.talks.catalogue.account.Accounts;
import org.talks.catalogue.account.CurrentActor;
import org.talks.catalogue.account.Role;
import org.talks.catalogue.account.Tokens;

/// A running server with accounts and their rules, and behind them nothing but an answer that names the actor.
///
/// The accounts `admin`, `editor` and `reader` have the password [#PASSWORD] and have changed it already.
final class TestServer implements AutoCloseable {

    static final String PASSWORD = "correct horse battery";
    static final String FIRST_PASSWORD = "given by the environment";

    private static final List<String> OWN_PAGES = List.of("/account/", "/sign-in", "/api/tokens", "/error", "/assets/");

    private final ConfigurableApplicationContext context;
    private final int port;
    private int editors;

    private TestServer(ConfigurableApplicationContext context, int port) {
        this.context = context;
        this.port = port;
    }

    /// Not a stereotype: applications under test that scan this package must not find it.
    @EnableAutoConfiguration(exclude = DataSourceAutoConfiguration.class)
    @ComponentScan({"org.talks.catalogue.account", "org.talks.catalogue.data", "org.talks.catalogue.web"})
    static final class App {

        /// The real one takes a quarter of a second.
        @Bean
        PasswordEncoder passwordEncoder() {
            return new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(4)));
        }

        @Bean
        RouterFunction<ServerResponse> everythingElse(@Qualifier("currentActor") CurrentActor currentActor) {
            return RouterFunctions.route(
                    request -> OWN_PAGES.stream().noneMatch(request.path()::startsWith),
                    _ -> ServerResponse.ok()
                            .body("reached by "
                                    + currentActor
                                            .actor()
                                            .map(a -> a.id() + " " + a.role())
                                            .orElse("nobody")));
        }
    }

    static TestServer start(Path data, String... more) {
        var server = startEmpty(data, more);
        var accounts = server.bean(Accounts.class);
        accounts.changePassword(accounts.named("admin").orElseThrow().id(), FIRST_PASSWORD, PASSWORD, "192.0.2.1");
        server.add("editor", Role.EDITOR);
        server.add("reader", Role.READER);
        return server;
    }

    private void add(String name, Role role) {
        var added = bean(Accounts.class).add(name, role);
        bean(Accounts.class).changePassword(added.account().id(), added.password(), PASSWORD, "192.0.2.1");
    }

    /// The name of an editor that no other test has touched.
    String newEditor() {
        var name = "editor" + ++editors;
        add(name, Role.EDITOR);
        return name;
    }

    /// With the account `admin` as the first start makes it.
    static TestServer startEmpty(Path data, String... more) {
        var arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--catalogue.data=" + data,
                "--spring.main.allow-bean-definition-overriding=true",
                "--spring.main.banner-mode=off",
                "--CATALOGUE_ADMIN_PASSWORD=" + FIRST_PASSWORD));
        arguments.addAll(List.of(more));
        var context = new SpringApplicationBuilder(App.class).run(arguments.toArray(String[]::new));
        return new TestServer(
                context, context.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }

    Browser browser() {
        return new Browser(port);
    }

    int browserPort() {
        return port;
    }

    Browser signedIn(String name) {
        var browser = browser();
        browser.signIn(name, PASSWORD);
        return browser;
    }

    String idOf(String name) {
        return bean(Accounts.class).named(name).orElseThrow().id();
    }

    String tokenOf(String name) {
        return bean(Tokens.class).create(name, "test").secret();
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
