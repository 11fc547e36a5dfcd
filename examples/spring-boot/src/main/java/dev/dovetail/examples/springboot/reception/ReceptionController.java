package dev.dovetail.examples.springboot.reception;

import dev.dovetail.context.CallContext;
import dev.dovetail.context.Scope;
import dev.dovetail.error.DovetailException;
import dev.dovetail.examples.springboot.phone.Employee;
import dev.dovetail.http.error.ProblemRenderer;
import java.security.Principal;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The application's own paths, beside Dovetail's {@code /api}. */
@RestController
class ReceptionController {
    private final Reception reception;

    ReceptionController(Reception reception) {
        this.reception = reception;
    }

    @PostMapping("/welcome")
    @ResponseStatus(HttpStatus.CREATED)
    Employee welcome(@RequestBody Welcome coming, Principal user) {
        return reception.welcome(CallContext.of(Scope.all()).by(user.getName()), coming);
    }

    @GetMapping("/badges")
    List<Badge> badges() {
        return reception.badges();
    }

    @ExceptionHandler
    ProblemDetail refused(DovetailException failure) {
        ProblemDetail problem = ProblemDetail.forStatus(ProblemRenderer.status(failure.kind()));
        if (problem.getStatus() < HttpStatus.INTERNAL_SERVER_ERROR.value()) {
            problem.setDetail(failure.getMessage());
        }
        return problem;
    }

    @ExceptionHandler
    ProblemDetail taken(DuplicateKeyException taken) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, "The badge is taken.");
    }
}
