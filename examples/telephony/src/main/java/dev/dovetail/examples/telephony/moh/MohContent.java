package dev.dovetail.examples.telephony.moh;

import dev.dovetail.resource.Resource;
import java.util.Base64;

/** The bytes of a file, apart from its name so that lists need not read them. */
public record MohContent(int fileId, String base64) {
    static final Resource<MohContent, Integer> MOH_CONTENTS = Resource.of(MohContent.class, MohContent::fileId)
            .collection("moh_contents")
            .build();

    static MohContent of(int file, byte[] bytes) {
        return new MohContent(file, Base64.getEncoder().encodeToString(bytes));
    }

    byte[] bytes() {
        return Base64.getDecoder().decode(base64);
    }
}
