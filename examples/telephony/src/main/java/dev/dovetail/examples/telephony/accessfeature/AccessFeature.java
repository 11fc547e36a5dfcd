package dev.dovetail.examples.telephony.accessfeature;

import jakarta.validation.constraints.Size;

/** What a host may ask the server for. */
public record AccessFeature(int id, @Size(max = 255) String host, Feature feature, boolean enabled) {

    /** What is asked for. */
    public enum Feature {
        PHONEBOOK
    }
}
