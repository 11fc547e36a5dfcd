package dev.dovetail.examples.telephony.schedule;

import dev.dovetail.http.json.MayBeAbsent;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.hibernate.validator.constraints.Range;
import org.jspecify.annotations.Nullable;

/** Some hours of some days. */
@Hours.Ascending
public record Period(
        @Pattern(regexp = TIME) String hoursStart,
        @Pattern(regexp = TIME) String hoursEnd,

        @MayBeAbsent @Nullable @Hours.NotEmpty(text = "week_days cannot be empty")
        List<@Range(min = 1, max = 7) Integer> weekDays,

        @MayBeAbsent @Nullable @Hours.NotEmpty(text = "month_days cannot be empty")
        List<@Range(min = 1, max = 31) Integer> monthDays,

        @MayBeAbsent @Nullable @Hours.NotEmpty(text = "months cannot be empty")
        List<@Range(min = 1, max = 12) Integer> months)
        implements Hours {
    public Period {
        weekDays = Hours.orAll(weekDays, 7);
        monthDays = Hours.orAll(monthDays, 31);
        months = Hours.orAll(months, 12);
    }
}
