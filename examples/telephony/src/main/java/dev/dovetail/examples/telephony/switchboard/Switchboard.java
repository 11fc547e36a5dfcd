package dev.dovetail.examples.telephony.switchboard;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where several users put calls through; music of an empty name is none. */
public record Switchboard(
        String uuid,
        UUID tenantUuid,
        @Size(max = 128) String name,
        @Nullable @Min(1) Integer timeout,
        @Nullable @Size(max = 128) String queueMusicOnHold,
        @Nullable @Size(max = 128) String waitingRoomMusicOnHold) {
    public Switchboard {
        queueMusicOnHold = "".equals(queueMusicOnHold) ? null : queueMusicOnHold;
        waitingRoomMusicOnHold = "".equals(waitingRoomMusicOnHold) ? null : waitingRoomMusicOnHold;
    }
}
