package org.wenheng.ingest.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wenheng.ingest.format.Content;
import org.wenheng.ingest.format.Sheet;
import org.wenheng.ingest.format.SheetRow;
import org.wenheng.ingest.read.Extract;
import org.wenheng.ingest.read.Forms;
import org.wenheng.ingest.read.OwnSheets;
import org.wenheng.ingest.read.ReportedCell;
import org.wenheng.ingest.reference.ValueStatus;
import org.wenheng.ingest.submission.Known;
import org.wenheng.ingest.submission.KnownValue;

/** Whatever a reporter moves in a template, the same values are read for the same elements. */
class RearrangedTemplateTest {
    private static final KnownFacilities TWO = (region, type) ->
            List.of(new KnownFacility(region + "-A", type + "甲"), new KnownFacility(region + "-B", type + "乙"));
    /** Every value another one, so that no two can be taken for each other. */
    private static final Known NUMBERED =
            key -> new KnownValue(ValueStatus.REPORTED, BigDecimal.valueOf(Math.floorMod(key.hashCode(), 100_000)));

    private static List<Sheet> sheets(String period) {
        byte[] bytes = FilledTemplate.template(period, NUMBERED, TWO);
        return OwnSheets.dataOf(Content.of("template.xlsx", bytes, null).sheets());
    }

    /** Lines above the form, and the columns of its table in another order. */
    private static Sheet rearranged(Sheet sheet, Random random) {
        int above = 1 + random.nextInt(4);
        List<SheetRow> rows = new ArrayList<>();
        rows.add(new SheetRow(1, List.of("南关区上报稿")));
        int width =
                sheet.rows().stream().mapToInt(row -> row.texts().size()).max().orElse(0);
        List<Integer> order = new ArrayList<>(IntStream.range(0, width).boxed().toList());
        Collections.shuffle(order.subList(1, width), random);
        for (SheetRow row : sheet.rows()) {
            boolean ofTable = row.number() >= 4 && !row.text(0).startsWith("填表人");
            List<String> texts = ofTable ? order.stream().map(row::text).toList() : row.texts();
            rows.add(new SheetRow(row.number() + above, texts));
        }
        return new Sheet(sheet.name(), rows);
    }

    private static List<Tuple> content(List<ReportedCell> cells) {
        return cells.stream()
                .map(cell -> Tuple.tuple(
                        cell.head(), cell.element(), cell.unit(), cell.given(), cell.missing(), cell.remark()))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-10", "2026Q3", "2026"})
    void rowsInsertedAndColumnsMovedChangeNothingThatIsRead(String period) {
        for (Sheet sheet : sheets(period)) {
            Extract asSentOut = Forms.read(List.of(sheet), FilledTemplate.JILIN);
            assertThat(asSentOut.cells()).isNotEmpty();
            for (long seed = 0; seed < 5; seed++) {
                Extract moved = Forms.read(List.of(rearranged(sheet, new Random(seed))), FilledTemplate.JILIN);

                assertThat(moved.faults()).as(sheet.name() + " " + seed).isEmpty();
                assertThat(content(moved.cells()))
                        .as(sheet.name() + " " + seed)
                        .containsExactlyInAnyOrderElementsOf(content(asSentOut.cells()));
            }
        }
    }
}
