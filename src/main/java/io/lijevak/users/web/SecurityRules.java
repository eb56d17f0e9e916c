package io.lijevak.users.web;

import io.lijevak.users.ApiTokens;
import io.lijevak.users.Sessions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;

/** Who acts, and what guards every answer: bearer tokens for the API, sessions with CSRF tokens for pages. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityRules {
    /** Links of letters carry a secret of their own, and mail programs press their button without a page. */
    private static final String ONE_CLICK = "/one-click/*";

    private final SecurityContextRepository contexts = new RequestAttributeSecurityContextRepository();

    @Bean
    @Order(1)
    SecurityFilterChain staticFiles(HttpSecurity http) {
        return bare(http)
                .securityMatcher("/css/**", "/js/**", "/images/**", "/webjars/**", "/favicon.ico")
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain api(HttpSecurity http, ApiTokens tokens) {
        return bare(http)
                .securityMatcher("/api/**")
                .csrf(AbstractHttpConfigurer::disable)
                .addFilterBefore(new BearerFilter(tokens, contexts), AnonymousAuthenticationFilter.class)
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain pages(HttpSecurity http, Sessions sessions, CookieCsrfTokenRepository csrfTokens) {
        return bare(http)
                .csrf(csrf -> csrf.csrfTokenRepository(csrfTokens).ignoringRequestMatchers(ONE_CLICK))
                .addFilterBefore(new OriginFilter(), CsrfFilter.class)
                .addFilterBefore(new SessionFilter(sessions, contexts), AnonymousAuthenticationFilter.class)
                .build();
    }

    /** Nobody looks at them, and each request would pay for wrapping every filter. */
    @Bean
    SecurityObservationSettings noObservations() {
        return SecurityObservationSettings.noObservations();
    }

    /** In a cookie rather than the session, so that opening the sign-in page writes nothing to the database. */
    @Bean
    CookieCsrfTokenRepository csrfTokens() {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setHeaderName("X-CSRF-TOKEN");
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax").path("/"));
        return tokens;
    }

    private HttpSecurity bare(HttpSecurity http) {
        return http.securityContext(context -> context.securityContextRepository(contexts))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable);
    }
}
