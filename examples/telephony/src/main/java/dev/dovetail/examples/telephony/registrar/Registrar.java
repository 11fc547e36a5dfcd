package dev.dovetail.examples.telephony.registrar;

import org.jspecify.annotations.Nullable;

/** Where phones register. */
public record Registrar(
        String id,
        boolean deletable,
        @Nullable String name,
        String mainHost,
        @Nullable Integer mainPort,
        @Nullable String backupHost,
        @Nullable Integer backupPort,
        String proxyMainHost,
        @Nullable Integer proxyMainPort,
        @Nullable String proxyBackupHost,
        @Nullable Integer proxyBackupPort,
        @Nullable String outboundProxyHost,
        @Nullable Integer outboundProxyPort) {}
