package dev.dovetail.examples.telephony.line;

import dev.dovetail.dao.Dao;
import dev.dovetail.error.ErrorKind;
import dev.dovetail.error.Errors;
import dev.dovetail.query.Criterion;
import java.security.SecureRandom;

/** Draws codes that phones are provisioned by: six digits, not used by another line. */
record ProvisioningCodes(Dao<Line, Integer> lines) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int LOWEST = 100_000;
    private static final int HIGHEST = 999_999;
    private static final int ATTEMPTS = 1_000;

    String draw() {
        for (int i = 0; i < ATTEMPTS; i++) {
            String code = String.valueOf(RANDOM.nextInt(LOWEST, HIGHEST + 1));
            if (lines.findBy(Criterion.equal(Lines.PROVISIONING_CODE, code)).isEmpty()) {
                return code;
            }
        }
        throw Errors.technical(ErrorKind.STORE_FAILED, "no provisioning code is free", null);
    }
}
