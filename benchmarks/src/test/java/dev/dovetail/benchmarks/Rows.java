package dev.dovetail.benchmarks;

import java.util.UUID;

/** Makes the rows that there are, and new ones. */
final class Rows {
    static final int VOICEMAILS = 10_000;
    static final int CONTEXTS = 100;
    static final int USERS = 1_000;
    static final int PAGE = 20;

    private Rows() {}

    static String context(int n) {
        return "ctx-" + n % CONTEXTS;
    }

    /** Returns a voicemail as a caller gives it, without key, UUID and tenant. */
    static Voicemail draft(int n) {
        return new Voicemail(
                0,
                null,
                null,
                "voicemail " + n,
                Integer.toString(n),
                context(n),
                "user" + n + "@example.org",
                "en_GB",
                null,
                null,
                n % 50,
                true,
                false,
                true,
                true);
    }

    /** Returns a voicemail as it is stored first. */
    static Voicemail owned(Voicemail row, int id, UUID uuid) {
        return new Voicemail(
                id,
                uuid,
                VoicemailApp.TENANT,
                row.name(),
                row.number(),
                row.context(),
                row.email(),
                row.language(),
                row.timezone(),
                row.pager(),
                row.maxMessages(),
                row.attachAudio(),
                row.deleteMessages(),
                row.askPassword(),
                row.enabled());
    }

    static Voicemail named(Voicemail row, String name) {
        return new Voicemail(
                row.id(),
                row.uuid(),
                row.tenantUuid(),
                name,
                row.number(),
                row.context(),
                row.email(),
                row.language(),
                row.timezone(),
                row.pager(),
                row.maxMessages(),
                row.attachAudio(),
                row.deleteMessages(),
                row.askPassword(),
                row.enabled());
    }
}
