package org.talks.catalogue.account.web;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;
import static org.springframework.http.HttpMethod.OPTIONS;
import static org.talks.catalogue.account.ActorAuthentication.LOCAL_OPERATOR;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.server.servlet.CookieSameSiteSupplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.talks.catalogue.account.Accounts;
import org.talks.catalogue.account.CurrentActor;
import org.talks.catalogue.account.Tokens;
import org.talks.catalogue.data.DataDirectory;
import tools.jackson.databind.json.JsonMapper;

/// Which request needs what: reading is open; changing needs an editor; importing, rebuilding and accounts need
/// an administrator. Pages know people by a session, the API knows programs by a token.
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class SecurityWiring {

    private static final String READER = "READER";
    private static final String EDITOR = "EDITOR";
    private static final String ADMINISTRATOR = "ADMINISTRATOR";

    private static final Set<String> READING = Set.of(GET.name(), HEAD.name(), OPTIONS.name());

    /// Players of video and slides are the only foreign frames; pictures may come from anywhere, and so may
    /// recordings, which lie on whatever server a conference has and are fetched only when somebody asks to play
    /// them. Script and style come from nowhere else, and neither inline.
    static final String CONTENT_SECURITY_POLICY =
            "default-src 'self'; img-src 'self' data: https:; media-src 'self' https:; "
                    + "frame-src https://www.youtube-nocookie.com https://player.vimeo.com https://speakerdeck.com "
                    + "https://docs.google.com https://slides.com; "
                    + "style-src 'self'; script-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; "
                    + "frame-ancestors 'none'";

    @Bean
    ApiRefusals apiRefusals(JsonMapper json) {
        return new ApiRefusals(json);
    }

    @Bean
    SecurityContextRepository securityContextRepository() {
        return new HttpSessionSecurityContextRepository();
    }

    /// Cookies do not come along when another site posts a form here.
    @Bean
    CookieSameSiteSupplier sessionCookieSameSite() {
        return CookieSameSiteSupplier.ofLax();
    }

    @Bean
    @Order(1)
    SecurityFilterChain apiSecurity(
            HttpSecurity http,
            Accounts accounts,
            Tokens tokens,
            DataDirectory directory,
            SecurityContextRepository contexts,
            ApiRefusals refusals) {
        common(http, accounts, contexts, refusals);
        return http.securityMatcher("/api/**")
                .addFilterAfter(new BearerFilter(tokens, directory, refusals), SessionAccountFilter.class)
                .csrf(csrf -> csrf.requireCsrfProtectionMatcher(SecurityWiring::writesWithSession))
                .logout(logout -> logout.disable())
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, "/api/tokens")
                        .hasAuthority(LOCAL_OPERATOR)
                        .requestMatchers("/api/tokens", "/api/tokens/**")
                        .hasRole(READER)
                        .requestMatchers("/api/searches", "/api/searches/**")
                        .hasRole(READER)
                        .requestMatchers("/api/imports", "/api/imports/**", "/api/sources", "/api/sources/**")
                        .hasRole(ADMINISTRATOR)
                        .requestMatchers(SecurityWiring::reads)
                        .permitAll()
                        .requestMatchers(
                                "/api/rebuilds",
                                "/api/rebuilds/**",
                                "/api/views/**",
                                "/api/verifications",
                                "/api/verifications/**",
                                "/api/accounts",
                                "/api/accounts/**")
                        .hasRole(ADMINISTRATOR)
                        .anyRequest()
                        .hasRole(EDITOR))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pageSecurity(
            HttpSecurity http,
            Accounts accounts,
            SecurityContextRepository contexts,
            CurrentActor currentActor,
            ApiRefusals apiRefusals) {
        var refusals = new PageRefusals(currentActor);
        var outcome = new SignInOutcome();
        common(http, accounts, contexts, apiRefusals);
        return http.formLogin(form -> form.loginPage("/sign-in")
                        .loginProcessingUrl("/sign-in")
                        .usernameParameter("name")
                        .passwordParameter("password")
                        .securityContextRepository(contexts)
                        .successHandler(outcome)
                        .failureHandler(outcome))
                .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessUrl("/"))
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers("/sign-in", "/sign-out", "/error")
                        .permitAll()
                        .requestMatchers("/account/users", "/account/users/**")
                        .hasRole(ADMINISTRATOR)
                        .requestMatchers("/account", "/account/**")
                        .hasRole(READER)
                        .requestMatchers("/import", "/import/**", "/imports", "/imports/**", "/sources", "/sources/**")
                        .hasRole(ADMINISTRATOR)
                        .requestMatchers(GET, "/views", "/views/**")
                        .hasRole(READER)
                        .requestMatchers("/views", "/views/**", "/rebuilds", "/rebuilds/**")
                        .hasRole(ADMINISTRATOR)
                        .requestMatchers(SecurityWiring::reads)
                        .permitAll()
                        .anyRequest()
                        .hasRole(EDITOR))
                .build();
    }

    private static void common(
            HttpSecurity http, Accounts accounts, SecurityContextRepository contexts, ApiRefusals refusals) {
        http.securityContext(context -> context.securityContextRepository(contexts))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .httpBasic(basic -> basic.disable())
                .addFilterAfter(new SessionAccountFilter(accounts), HeaderWriterFilter.class)
                .addFilterAfter(new PasswordChangeFilter(refusals), CsrfFilter.class)
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                        // Players refuse to play without knowing the site they are on, so not stricter.
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN))
                        .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                        .cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                        .addHeaderWriter(new CachingHeaders()));
    }

    private static boolean reads(HttpServletRequest request) {
        return READING.contains(request.getMethod());
    }

    /// A token is never sent by a browser on its own, a cookie is; who sends neither is refused anyway.
    private static boolean writesWithSession(HttpServletRequest request) {
        return !reads(request) && !BearerFilter.appliesTo(request) && request.getSession(false) != null;
    }
}
