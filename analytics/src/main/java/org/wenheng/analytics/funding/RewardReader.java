package org.wenheng.analytics.funding;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wenheng.analytics.funding.RewardRule.Band;
import org.wenheng.analytics.funding.RewardRule.GradeAmount;
import org.wenheng.analytics.funding.RewardRule.Improvement;
import org.wenheng.analytics.funding.RewardRule.Limits;
import org.wenheng.ingest.reference.Title;
import org.wenheng.ingest.yaml.YamlNode;

/** Reads how a reward is proposed; a clause is the file and line of its rule. */
final class RewardReader {
    /** No population factor is greater. */
    private static final int GREATEST_FACTOR = 100;

    private RewardReader() {}

    static RewardRule read(YamlNode node, List<Title> grades) {
        node.only("title", "grades", "improvement", "population", "limits", "veto", "source");
        YamlNode improvement = node.get("improvement");
        improvement.only("points", "amount", "least-covered");
        YamlNode veto = node.get("veto");
        if (!veto.text().equals("nothing")) {
            veto.problem("FUNDING_VETO_INVALID", "veto 只能写 nothing", "veto can only be nothing");
        }
        return new RewardRule(
                Title.of(node.get("title")),
                grades(node.get("grades"), grades),
                improvement.isPresent()
                        ? Optional.of(new Improvement(
                                FundingNodes.upTo(improvement.get("points"), 100),
                                FundingNodes.fen(improvement.get("amount")),
                                FundingNodes.upTo(improvement.get("least-covered"), 1),
                                improvement.where()))
                        : Optional.empty(),
                bands(node.get("population")),
                limits(node.get("limits")),
                veto.where(),
                node.get("source").text());
    }

    /** Each grade of the scheme once, in its order, so that a better grade is never worth less. */
    private static List<GradeAmount> grades(YamlNode node, List<Title> expected) {
        List<GradeAmount> amounts = new ArrayList<>();
        List<String> named = new ArrayList<>();
        long before = Long.MAX_VALUE;
        for (YamlNode item : node.items()) {
            item.only("grade", "amount");
            String name = item.get("grade").text();
            named.add(name);
            boolean nothing =
                    item.get("amount").optionalText().filter("none"::equals).isPresent();
            long fen = nothing ? 0 : FundingNodes.fen(item.get("amount"));
            if (fen > before) {
                item.problem(
                        "FUNDING_AMOUNTS_RISE",
                        "等次 %s 的金额高于更好的等次".formatted(name),
                        "Grade %s is worth more than a better grade".formatted(name));
            }
            before = fen;
            Title grade = expected.stream()
                    .filter(title -> title.chinese().equals(name))
                    .findFirst()
                    .orElse(new Title(name, name));
            amounts.add(new GradeAmount(grade, nothing ? Optional.empty() : Optional.of(fen), item.where()));
        }
        List<String> all = expected.stream().map(Title::chinese).toList();
        if (!named.equals(all)) {
            node.problem(
                    "FUNDING_GRADES_DIFFER",
                    "等次为 %s,应与方案一致并从高到低: %s".formatted(String.join("、", named), String.join("、", all)),
                    "The grades are %s (expected those of the scheme, best first: %s)"
                            .formatted(String.join(", ", named), String.join(", ", all)));
        }
        return amounts;
    }

    private static List<Band> bands(YamlNode node) {
        List<Band> bands = new ArrayList<>();
        BigDecimal before = BigDecimal.valueOf(-1);
        boolean rising = true;
        for (YamlNode item : node.items()) {
            item.only("from", "factor");
            BigDecimal from = item.get("from").number();
            rising &= from.compareTo(before) > 0;
            before = from;
            bands.add(new Band(from, FundingNodes.upTo(item.get("factor"), GREATEST_FACTOR), item.where()));
        }
        if (bands.isEmpty() || bands.get(0).from().signum() != 0 || !rising) {
            node.problem("FUNDING_BANDS_INVALID", "人口档应从 0 开始,逐档升高", "Bands of population must begin at 0 and rise");
        }
        return bands;
    }

    private static Limits limits(YamlNode node) {
        node.only("floor", "ceiling");
        Limits limits =
                new Limits(FundingNodes.fen(node.get("floor")), FundingNodes.fen(node.get("ceiling")), node.where());
        if (limits.floor() > limits.ceiling()) {
            node.problem("FUNDING_LIMITS_CROSSED", "保底高于封顶", "The floor is above the ceiling");
        }
        return limits;
    }
}
