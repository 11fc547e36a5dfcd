package dev.dovetail.examples.telephony.moh;

import static dev.dovetail.examples.telephony.moh.MohContent.MOH_CONTENTS;
import static dev.dovetail.examples.telephony.moh.MohFile.MOH_FILES;

import dev.dovetail.dao.Dao;
import dev.dovetail.examples.telephony.common.TelephonyResource;
import dev.dovetail.http.json.Part;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.plugin.Services;
import dev.dovetail.query.Criterion;
import dev.dovetail.query.Search;
import dev.dovetail.resource.Column;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Stores the files of classes; writes need a unit of work. */
final class MohFiles {
    private static final Column<MohFile, String> CLASS = MOH_FILES.column(MohFile::mohUuid);
    private static final Column<MohFile, String> NAME = MOH_FILES.column(MohFile::name);

    /** Shows the names of the files of a class. */
    static final Part<Moh> PART = (page, rendering) -> Part.Writer.of(rendering
            .lookups()
            .where(MOH_FILES, CLASS, page.stream().map(Moh::uuid).toList())
            .map(MohFiles::names));

    private static Part.Writer<Moh> names(List<MohFile> files) {
        Map<String, List<String>> names = new HashMap<>();
        files.forEach(file ->
                names.computeIfAbsent(file.mohUuid(), key -> new ArrayList<>()).add(file.name()));
        return (moh, out) -> {
            out.writeStartArray();
            names.getOrDefault(moh.uuid(), List.of()).stream()
                    .sorted()
                    .forEach(name -> out.writeStartObject()
                            .writeStringProperty("name", name)
                            .writeEndObject());
            out.writeEndArray();
        };
    }

    private final Dao<MohFile, Integer> files;
    private final Dao<MohContent, Integer> contents;

    MohFiles(Services services) {
        this.files = services.dao(MOH_FILES);
        this.contents = services.dao(MOH_CONTENTS);
    }

    /** Returns the plugins that keep files; they have no paths of their own. */
    static Plugin names() {
        return TelephonyResource.stored(MOH_FILES);
    }

    /** Returns the plugin that keeps the bytes of files. */
    static Plugin contents() {
        return TelephonyResource.stored(MOH_CONTENTS);
    }

    Optional<MohFile> find(Moh moh, String name) {
        return files.findBy(Criterion.equal(CLASS, moh.uuid()).and(Criterion.equal(NAME, name)));
    }

    byte[] read(MohFile file) {
        return contents.find(file.id()).map(MohContent::bytes).orElseGet(() -> new byte[0]);
    }

    void write(Moh moh, String name, byte[] bytes) {
        MohFile file = find(moh, name).orElseGet(() -> files.create(new MohFile(0, moh.uuid(), name)));
        contents.delete(file.id());
        contents.create(MohContent.of(file.id(), bytes));
    }

    void delete(MohFile file) {
        contents.delete(file.id());
        files.delete(file.id());
    }

    void deleteAll(Moh moh) {
        Collection<MohFile> all =
                files.search(Search.where(Criterion.equal(CLASS, moh.uuid()))).items();
        all.forEach(this::delete);
    }
}
