package org.wenheng.analytics.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wenheng.analytics.Oracle;
import org.wenheng.analytics.aggregate.ArithmeticMean;
import org.wenheng.analytics.composite.NodeTree;
import org.wenheng.analytics.composite.NodeTree.Branch;
import org.wenheng.analytics.composite.NodeTree.Leaf;
import org.wenheng.analytics.composite.NodeTree.Node;
import org.wenheng.analytics.matrix.Matrix;
import org.wenheng.analytics.screen.Screening.By;
import org.wenheng.analytics.screen.Screening.Verdict;

/** Agreement with COINr's availability, screening and denomination of 51 countries by 49 indicators. */
class PublishedScreeningTest {
    private static final double TWO_THIRDS = 2.0 / 3;
    private static final double USUAL_NON_ZERO = 0.05;

    private static Matrix values(String stage) {
        Oracle table = Oracle.read("asem/01_default/" + stage + ".csv");
        return table.matrix(table.header().subList(1, table.header().size()));
    }

    private static void verdictsAre(
            String file, Screening screening, Matrix values, Set<Integer> in, Set<Integer> out) {
        Oracle published = Oracle.read(file);
        List<Verdict> verdicts = screening.screen(values, in, out).verdicts();
        assertThat(verdicts.stream().map(verdict -> verdict.reason().kept() ? "TRUE" : "FALSE"))
                .as(file)
                .isEqualTo(published.texts("Included"));
        availabilityIs(published, verdicts.stream().map(Verdict::availability).toList());
    }

    private static void availabilityIs(Oracle published, List<Availability> rows) {
        Map<String, ToDoubleFunction<Availability>> columns = Map.of(
                "N_missing", Availability::missing,
                "N_zero", Availability::zeros,
                "N_miss_or_zero", row -> row.missing() + row.zeros(),
                "Dat_Avail", Availability::share,
                "Non_Zero", Availability::nonZeroShare);
        columns.forEach(
                (name, column) -> assertThat(rows.stream().mapToDouble(column).toArray())
                        .as(name)
                        .containsExactly(published.numbers(name)));
    }

    @Test
    void availabilityOfRowsAgrees() {
        availabilityIs(Oracle.read("asem/07_screen/data_avail_summary.csv"), Availability.of(values("02_denominated")));
    }

    @Test
    void screeningByMissingAndByZerosAgrees() {
        Matrix values = values("02_denominated");
        Set<Integer> nobody = Set.of();
        verdictsAre(
                "asem/07_screen/byNA_default.csv",
                new Screening(By.MISSING, TWO_THIRDS, USUAL_NON_ZERO),
                values,
                nobody,
                nobody);
        verdictsAre(
                "asem/07_screen/byNA_0.9.csv", new Screening(By.MISSING, 0.9, USUAL_NON_ZERO), values, nobody, nobody);
        verdictsAre("asem/07_screen/byzeros_0.9.csv", new Screening(By.ZEROS, TWO_THIRDS, 0.9), values, nobody, nobody);
        verdictsAre(
                "asem/07_screen/byNAandzeros.csv",
                new Screening(By.MISSING_AND_ZEROS, 0.9, 0.9),
                values,
                nobody,
                nobody);
    }

    @Test
    void rowsThatAreForcedInOrOutAgree() {
        List<String> codes = Oracle.read("asem/07_screen/force.csv").texts("uCode");
        verdictsAre(
                "asem/07_screen/force.csv",
                new Screening(By.MISSING, 0.9, USUAL_NON_ZERO),
                values("02_denominated"),
                Set.of(codes.indexOf("BRN")),
                Set.of(codes.indexOf("AUT")));
    }

    @Test
    void screeningOfTheImputedValuesAgrees() {
        Screening screening = new Screening(By.MISSING, 0.9, USUAL_NON_ZERO);
        Matrix imputed = values("03_imputed");
        verdictsAre("asem/01_default/screen_summary.csv", screening, imputed, Set.of(), Set.of());
        assertThat(imputed.selectRows(screening.screen(imputed).kept())).isEqualTo(values("04_screened"));
    }

    @Test
    void screeningOfAPanelAgrees() {
        Oracle raw = Oracle.read("asem/00_input/asem_iData_p.csv");
        Oracle published = Oracle.read("asem/11_panel/screen_summary.csv");
        List<String> indicators = Oracle.read("asem/01_default/lineage.csv").texts("Indicator");
        List<Verdict> verdicts = new Screening(By.MISSING, 0.9, USUAL_NON_ZERO)
                .screen(raw.matrix(indicators))
                .verdicts();
        List<String> rows = keys(raw);
        List<String> publishedRows = keys(published);
        for (int row = 0; row < publishedRows.size(); row++) {
            Verdict own = verdicts.get(rows.indexOf(publishedRows.get(row)));
            assertThat(own.availability().share()).isEqualTo(published.numbers("Dat_Avail")[row]);
            assertThat(own.reason().kept())
                    .isEqualTo(published.texts("Included").get(row).equals("TRUE"));
        }
        assertThat(verdicts).hasSameSizeAs(publishedRows);
    }

    private static List<String> keys(Oracle panel) {
        List<String> years = panel.texts("Time");
        List<String> codes = panel.texts("uCode");
        return IntStream.range(0, years.size())
                .mapToObj(row -> years.get(row) + codes.get(row))
                .toList();
    }

    @Test
    void availabilityOfNodesAgrees() {
        Oracle lineage = Oracle.read("asem/01_default/lineage.csv");
        Oracle published = Oracle.read("asem/07_screen/data_avail_bygroup.csv");
        NodeTree tree = tree(lineage);
        Matrix there = Availability.ofNodes(
                tree, Oracle.read("asem/01_default/02_denominated.csv").matrix(lineage.texts("Indicator")));
        for (String code : published.header().subList(1, published.header().size())) {
            assertThat(there.column(tree.place(code))).as(code).containsExactly(published.numbers(code), within(1e-15));
        }
        assertThat(there.column(tree.place("ForPort"))).containsOnly(0, 1);
    }

    private static NodeTree tree(Oracle lineage) {
        List<String> levels = List.of("Index", "Sub-index", "Pillar", "Indicator");
        List<Node> nodes = new ArrayList<>();
        Map<String, Integer> places = new LinkedHashMap<>();
        for (int level = 0; level < levels.size(); level++) {
            List<String> codes = lineage.texts(levels.get(level));
            for (int row = 0; row < codes.size(); row++) {
                int parent = level == 0
                        ? -1
                        : places.getOrDefault(
                                lineage.texts(levels.get(level - 1)).get(row), -1);
                String code = codes.get(row);
                if (places.putIfAbsent(code, nodes.size()) == null) {
                    nodes.add(
                            level == 3
                                    ? new Leaf(code, parent, 1, row)
                                    : new Branch(code, parent, 1, new ArithmeticMean(), 0));
                }
            }
        }
        return new NodeTree(nodes);
    }

    @Test
    void denominationAgrees() {
        Oracle input = Oracle.read("asem/00_input/asem_iData.csv");
        Oracle specification = Oracle.read("asem/07_screen/denom_specs.csv");
        Oracle published = Oracle.read("asem/07_screen/denominate_custom.csv");
        List<String> codes = input.texts("uCode");
        int[] order = published.texts("uCode").stream().mapToInt(codes::indexOf).toArray();
        for (int i = 0; i < specification.rows().size(); i++) {
            String indicator = specification.texts("iCode").get(i);
            String denominator = specification.texts("Denominator").get(i);
            Matrix both = input.matrix(List.of(indicator, denominator)).selectRows(order);
            assertThat(new Denomination(specification.numbers("ScaleFactor")[i])
                            .denominate(both.column(0), both.column(1))
                            .values())
                    .as(indicator)
                    .containsExactly(published.numbers(indicator));
        }
    }

    @Test
    void denominationOfTheWholeExampleAgrees() {
        Oracle raw = Oracle.read("asem/01_default/01_raw.csv");
        Oracle published = Oracle.read("asem/01_default/02_denominated.csv");
        Oracle input = Oracle.read("asem/00_input/asem_iData.csv");
        Oracle meta = Oracle.read("asem/00_input/asem_iMeta.csv");
        List<String> codes = input.texts("uCode");
        int[] order = raw.texts("uCode").stream().mapToInt(codes::indexOf).toArray();
        int[] denominated = IntStream.range(0, meta.rows().size())
                .filter(row -> !meta.texts("Denominator").get(row).isEmpty())
                .toArray();
        for (int row : denominated) {
            String indicator = meta.texts("iCode").get(row);
            double[] denominators = input.matrix(
                            List.of(meta.texts("Denominator").get(row)))
                    .selectRows(order)
                    .column(0);
            assertThat(new Denomination(1)
                            .denominate(raw.numbers(indicator), denominators)
                            .values())
                    .as(indicator)
                    .containsExactly(published.numbers(indicator));
        }
        assertThat(denominated).isNotEmpty();
    }
}
