package dev.dovetail.dao.contract;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A resource found and told apart by values that can be written in several ways. */
public record Price(
        String code, @Nullable BigDecimal amount, @Nullable Instant since) {
    public Price {
        if (amount != null && amount.signum() < 0) {
            throw new IllegalArgumentException("amount: negative");
        }
    }
}
