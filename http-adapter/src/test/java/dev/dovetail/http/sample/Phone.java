package dev.dovetail.http.sample;

import dev.dovetail.http.json.MayBeAbsent;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Has a column of every sort: generated, read-only, required, nullable, with a default, nested. */
public record Phone(
        int id,
        @Nullable String tenant,
        @Size(min = 1, max = 20) @Pattern(regexp = "[^!]*") String name,
        @Nullable @Size(max = 40) String description,
        Kind kind,
        @Min(1) @Max(9) int priority,
        boolean enabled,
        @Nullable Integer maxCalls,
        List<Range> numberRanges,
        @Nullable Contact contact,
        long version) {

    public enum Kind {
        DESK,
        SOFT_PHONE
    }

    public record Range(
            @Pattern(regexp = "[0-9]+") String start,
            @Nullable @Pattern(regexp = "[0-9]+") String end,
            @MayBeAbsent @Nullable @Max(9) Integer length) {
        public Range {
            length = length == null ? 4 : length;
        }
    }

    public record Contact(@Size(max = 10) String who, List<@Size(max = 5) String> tags) {}
}
