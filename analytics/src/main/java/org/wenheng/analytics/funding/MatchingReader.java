package org.wenheng.analytics.funding;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.wenheng.analytics.funding.MatchingRule.Elsewhere;
import org.wenheng.analytics.funding.MatchingRule.Item;
import org.wenheng.analytics.funding.MatchingRule.Level;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Element;
import org.wenheng.ingest.reference.Title;
import org.wenheng.ingest.yaml.YamlNode;

/** Reads what levels of government pay together. Required shares sum to 100, here and elsewhere. */
final class MatchingReader {
    private final FundingNodes nodes;
    private final Catalogue catalogue;

    MatchingReader(FundingNodes nodes, Catalogue catalogue) {
        this.nodes = nodes;
        this.catalogue = catalogue;
    }

    MatchingRule read(YamlNode node) {
        node.only("code", "title", "whole", "levels", "elsewhere", "source");
        List<Item> whole = node.get("whole").items().stream()
                .flatMap(item -> item(item).stream())
                .toList();
        YamlNode written = node.get("levels");
        if (!written.isPresent()) {
            written.text();
        }
        List<Level> levels = written.items().stream()
                .map(item -> level(item, !whole.isEmpty()))
                .toList();
        if (!whole.isEmpty()) {
            checkSum(
                    written,
                    levels.stream()
                            .map(level -> level.share().orElse(BigDecimal.ZERO))
                            .toList());
        }
        List<Elsewhere> elsewhere = node.get("elsewhere").items().stream()
                .map(item -> elsewhere(item, levels))
                .toList();
        return new MatchingRule(
                nodes.code(node.get("code")),
                Title.of(node.get("title")),
                whole,
                levels,
                elsewhere,
                node.get("source").text());
    }

    private Optional<Item> item(YamlNode node) {
        node.only("element", "each");
        boolean each = node.get("each").isPresent();
        List<Element> found = each ? nodes.elements(node.get("element")) : nodes.money(node.get("element"));
        BigDecimal yuan = each ? MoneyUnit.yuan(FundingNodes.fen(node.get("each"))) : null;
        return found.stream().findFirst().map(element -> new Item(element, yuan));
    }

    private Level level(YamlNode node, boolean shared) {
        node.only("code", "title", "share", "due", "paid");
        if (shared == node.get("due").isPresent() || shared != node.get("share").isPresent()) {
            node.problem(
                    "FUNDING_DUE_UNCLEAR",
                    shared ? "有 whole 时各级写 share,不写 due" : "没有 whole 时各级写 due,不写 share",
                    shared
                            ? "With whole, a level has share and no due"
                            : "Without whole, a level has due and no share");
        }
        String code = node.get("code").text();
        return new Level(
                code,
                Title.of(node.get("title")),
                shared && node.get("share").isPresent()
                        ? Optional.of(FundingNodes.upTo(node.get("share"), 100))
                        : Optional.empty(),
                node.get("due").isPresent() ? nodes.money(node.get("due")) : List.of(),
                node.get("paid").isPresent() ? nodes.money(node.get("paid")) : List.of());
    }

    private Elsewhere elsewhere(YamlNode node, List<Level> levels) {
        node.only("within", "shares", "source");
        List<String> within = node.get("within").texts();
        for (String code : within) {
            if (!catalogue.regions().containsKey(code)) {
                node.get("within")
                        .problem(
                                "FUNDING_REGION_UNKNOWN",
                                "目录里没有行政区 \"%s\"".formatted(code),
                                "The catalogue has no region \"%s\"".formatted(code));
            }
        }
        YamlNode shares = node.get("shares");
        shares.only(levels.stream().map(Level::code).toArray(String[]::new));
        List<BigDecimal> numbers = levels.stream()
                .map(level -> FundingNodes.upTo(shares.get(level.code()), 100))
                .toList();
        checkSum(shares, numbers);
        return new Elsewhere(within, numbers, node.get("source").text());
    }

    private static void checkSum(YamlNode node, List<BigDecimal> shares) {
        BigDecimal sum = shares.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(BigDecimal.valueOf(100)) != 0) {
            node.problem(
                    "FUNDING_SHARES_NOT_100",
                    "各级份额合计 %s,应为 100".formatted(sum.toPlainString()),
                    "The shares of the levels sum to %s (expected: 100)".formatted(sum.toPlainString()));
        }
    }
}
