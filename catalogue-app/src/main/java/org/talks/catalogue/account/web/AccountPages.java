package org.talks.catalogue.account.web;

/// Draws the pages about accounts, as whole HTML documents.
interface AccountPages {

    String signIn(SignInPage page);

    String password(PasswordPage page);

    String tokens(TokensPage page);

    String users(UsersPage page);
}
