package dev.dovetail.examples.telephony.moh;

import dev.dovetail.resource.Resource;

/** A file of a class. */
public record MohFile(int id, String mohUuid, String name) {
    static final Resource<MohFile, Integer> MOH_FILES = Resource.of(MohFile.class, MohFile::id)
            .collection("moh_files")
            .generatedKey()
            .unique(MohFile::mohUuid, MohFile::name)
            .build();
}
