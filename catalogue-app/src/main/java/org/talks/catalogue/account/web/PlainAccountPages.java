package org.talks.catalogue.account.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import org.springframework.stereotype.Component;

/// The templates below `account/`, compiled with the application.
@Component
final class PlainAccountPages implements AccountPages {

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(
            null, ContentType.Html, PlainAccountPages.class.getClassLoader(), "org.talks.catalogue.templates");

    @Override
    public String signIn(SignInPage page) {
        return render("signIn", page);
    }

    @Override
    public String password(PasswordPage page) {
        return render("password", page);
    }

    @Override
    public String tokens(TokensPage page) {
        return render("tokens", page);
    }

    @Override
    public String users(UsersPage page) {
        return render("users", page);
    }

    private String render(String template, Object page) {
        var output = new StringOutput();
        engine.render("account/" + template + ".jte", page, output);
        return output.toString();
    }
}
