package dev.dovetail.examples.springboot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.error.DovetailException;
import dev.dovetail.error.ErrorKind;
import dev.dovetail.http.access.Credentials;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

/** What holds even where the filter chain lets everybody through. */
class SpringUsersTest {
    private static final Credentials DELETION = new Credentials("ann", "api.employees.1.delete", null);

    private final SpringUsers users = new SpringUsers();

    private static UsernamePasswordAuthenticationToken with(String... authorities) {
        return UsernamePasswordAuthenticationToken.authenticated(
                "cid", null, AuthorityUtils.createAuthorityList(authorities));
    }

    @AfterEach
    void logOut() {
        SecurityContextHolder.clearContext();
    }

    private void refuses(ErrorKind kind) {
        assertThatThrownBy(() -> users.verify(DELETION))
                .isInstanceOfSatisfying(
                        DovetailException.class,
                        failure -> assertThat(failure.kind()).isEqualTo(kind));
    }

    @Test
    void refusesWhomNobodyHasAuthenticated() {
        refuses(ErrorKind.UNAUTHENTICATED);

        SecurityContextHolder.getContext()
                .setAuthentication(new AnonymousAuthenticationToken(
                        "key", "anonymousUser", AuthorityUtils.createAuthorityList("api.#")));
        refuses(ErrorKind.UNAUTHENTICATED);

        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.unauthenticated("ann", "ann"));
        refuses(ErrorKind.UNAUTHENTICATED);
    }

    @Test
    void takesAuthoritiesForPatterns() {
        SecurityContextHolder.getContext().setAuthentication(with("ROLE_#!x", "employees.#"));
        refuses(ErrorKind.FORBIDDEN);

        SecurityContextHolder.getContext().setAuthentication(with("api.#", "!api.employees.*.delete"));
        refuses(ErrorKind.FORBIDDEN);

        SecurityContextHolder.getContext().setAuthentication(with("ROLE_#!x", "api.employees.*.delete"));
        assertThat(users.verify(DELETION).actor()).isEqualTo("cid");
    }
}
