package dev.dovetail.examples.springboot;

import dev.dovetail.error.ErrorKind;
import dev.dovetail.error.Errors;
import dev.dovetail.http.access.AccessPatterns;
import dev.dovetail.http.access.Credentials;
import dev.dovetail.http.access.Principal;
import dev.dovetail.http.access.TokenVerifier;
import java.util.List;
import java.util.Objects;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Lets in whom Spring Security has authenticated, however it has. Authorities that start with {@code api.} or {@code
 * !api.} are the user's access patterns: {@code api.#} for everything, {@code api.#.read}, {@code
 * !api.employees.*.delete}.
 */
@Component
final class SpringUsers implements TokenVerifier {
    static final String PREFIX = "api";

    /** {@inheritDoc} What the request calls its token is not looked at: only the security context tells who calls. */
    @Override
    public Principal verify(Credentials asked) {
        Authentication user = SecurityContextHolder.getContext().getAuthentication();
        if (user == null || !user.isAuthenticated() || user instanceof AnonymousAuthenticationToken) {
            throw Errors.technical(ErrorKind.UNAUTHENTICATED, "nobody is logged in", null);
        }
        if (!AccessPatterns.of(patterns(user)).grants(asked.access())) {
            throw Errors.technical(
                    ErrorKind.FORBIDDEN, "no authority of the user grants '" + asked.access() + "'", null);
        }
        return new Principal(user.getName(), null);
    }

    private static List<String> patterns(Authentication user) {
        return user.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .filter(Objects::nonNull)
                .filter(name -> name.startsWith(PREFIX + ".") || name.startsWith("!" + PREFIX + "."))
                .toList();
    }
}
