package org.wenheng.analytics.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.wenheng.analytics.supervise.LightRules;
import org.wenheng.analytics.supervise.Settings;
import org.wenheng.analytics.supervise.SupervisedField;
import org.wenheng.analytics.supervise.SupervisionRules;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Duties;
import org.wenheng.ingest.reference.DutiesReader;

/** Reads the rules of supervision: those that come with the product, and what a catalogue's folder adds. */
public final class SupervisionFiles {
    private static final String FIELD = "supervision.yml";

    private SupervisionFiles() {}

    /** The general rules alone: no report is expected, no element named, no duty known. */
    public static SupervisionRules shipped() {
        return new SupervisionRules(
                Settings.parse("supervision.yml", shipped("supervision.yml")),
                LightRules.parse("lights.yml", shipped("lights.yml")),
                org.wenheng.ingest.due.LightRules.NONE,
                SupervisedField.NONE,
                Duties.NONE);
    }

    /**
     * The rules for a catalogue: {@code due.yml}, {@code supervision.yml} and {@code duties.yml} of its folder, each of which
     * may be absent.
     *
     * @throws org.wenheng.ingest.problem.InputRefusedException with everything that is wrong in a file
     */
    public static SupervisionRules load(Path catalogueFolder, Catalogue catalogue) {
        SupervisionRules general = shipped();
        return new SupervisionRules(
                general.settings(),
                general.lights(),
                org.wenheng.ingest.due.LightRules.load(catalogueFolder),
                field(catalogueFolder.resolve(FIELD), catalogue),
                DutiesReader.read(catalogueFolder, catalogue.departments().keySet()));
    }

    private static SupervisedField field(Path file, Catalogue catalogue) {
        if (!Files.isRegularFile(file)) {
            return SupervisedField.NONE;
        }
        try {
            return SupervisedField.parse(FIELD, Files.readString(file), catalogue.elements());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    private static String shipped(String name) {
        try (InputStream stream = LightRules.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
