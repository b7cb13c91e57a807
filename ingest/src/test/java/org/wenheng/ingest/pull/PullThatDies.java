package org.wenheng.ingest.pull;

import java.nio.file.Path;
import java.util.List;

/** A process that ends without any farewell after the third part; started by a test. */
final class PullThatDies {
    private PullThatDies() {}

    public static void main(String[] arguments) {
        PulledTable table = new PulledTable(
                PulledTable.source(
                        arguments[0],
                        "table: visits",
                        "partition: { column: id, rows: 2500 }",
                        "watermark: { column: changed, overlap: PT1S }"),
                List.of("visits"),
                Path.of(arguments[1]));
        table.read(false, part -> {
            if (part.number() == 3) {
                Runtime.getRuntime().halt(137);
            }
        });
    }
}
