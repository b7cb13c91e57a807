package org.wenheng.ingest.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.wenheng.ingest.format.Content;
import org.wenheng.ingest.format.Sheet;

/** Real statistical files that people made. */
public final class MessyFiles {
    public static final Path HOME = Path.of(System.getProperty("wenheng.home"));
    public static final Path FOLDER = HOME.resolve("../shared/data/messy");

    private MessyFiles() {}

    /** The sheets of a file. Two files that no rule can take for one encoding are declared as their owners would. */
    public static List<Sheet> sheets(String name) throws IOException {
        String declared = name.startsWith("bindiya") ? "windows-1252" : name.startsWith("fleetfei") ? "GB18030" : null;
        return Content.of(name, Files.readAllBytes(FOLDER.resolve(name)), declared)
                .sheets();
    }
}
