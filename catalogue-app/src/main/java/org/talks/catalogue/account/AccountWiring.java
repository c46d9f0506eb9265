package org.talks.catalogue.account;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.talks.catalogue.data.StateDatabase;

@Configuration(proxyBeanMethods = false)
class AccountWiring {

    @Bean
    PasswordEncoder passwordEncoder() {
        return Passwords.encoder();
    }

    @Bean
    Accounts accounts(StateDatabase state, PasswordEncoder encoder) {
        return new Accounts(state, encoder, Clock.systemUTC());
    }

    @Bean
    AccountNames accountNames(Accounts accounts) {
        return actor -> accounts.find(actor).map(Account::name);
    }

    @Bean
    Tokens tokens(StateDatabase state, Accounts accounts) {
        return new Tokens(state, accounts, Clock.systemUTC());
    }

    @Bean
    CurrentActor currentActor() {
        return new CurrentActor();
    }

    /// Without one Spring Boot makes a user of its own and logs its password.
    @Bean
    AuthenticationManager authenticationManager(Accounts accounts) {
        return new ProviderManager(new PasswordSignIn(accounts));
    }

    /// Only a server needs somebody to sign in; a command's output must not get lines of another kind.
    @Bean
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    FirstAdministrator firstAdministrator(StateDatabase state, Accounts accounts, Environment environment) {
        return new FirstAdministrator(
                state, accounts, environment.getProperty(FirstAdministrator.PASSWORD_VARIABLE), System.out);
    }
}
