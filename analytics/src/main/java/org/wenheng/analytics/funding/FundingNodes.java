package org.wenheng.analytics.funding;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Element;
import org.wenheng.ingest.yaml.Nearest;
import org.wenheng.ingest.yaml.YamlNode;

/** Reads the small things that every part of a funding plan is made of; what is wrong is said at its line. */
final class FundingNodes {
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private final Catalogue catalogue;
    private final Set<String> codes = new HashSet<>();

    FundingNodes(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** A code in lower kebab case that no other part of the plan has. */
    String code(YamlNode node) {
        String code = node.text();
        if (!code.isEmpty() && (!CODE.matcher(code).matches() || !codes.add(code))) {
            node.problem(
                    "FUNDING_CODE_INVALID",
                    "代码 \"%s\" 应为小写字母和连字符,且不能重复".formatted(code),
                    "Code \"%s\" must be lower kebab case and used once".formatted(code));
        }
        return code;
    }

    /** Elements of the catalogue, at least one; those that are not there are left out. */
    List<Element> elements(YamlNode node) {
        if (!node.isPresent()) {
            node.text();
        }
        List<Element> elements = new ArrayList<>();
        for (YamlNode item : node.items()) {
            String code = item.text();
            Element element = catalogue.elements().get(code);
            if (element != null) {
                elements.add(element);
            } else if (!code.isEmpty()) {
                String near = Nearest.to(code, catalogue.elements().keySet())
                        .map("(did you mean \"%s\"?)"::formatted)
                        .orElse("");
                item.problem(
                        "FUNDING_ELEMENT_UNKNOWN",
                        "目录里没有数据元 \"%s\" %s".formatted(code, near),
                        "The catalogue has no element \"%s\" %s".formatted(code, near));
            }
        }
        return elements;
    }

    /** Elements of the catalogue that are money. */
    List<Element> money(YamlNode node) {
        List<Element> elements = elements(node);
        for (Element element : elements) {
            if (MoneyUnit.of(element.unit()).isEmpty()) {
                node.problem(
                        "FUNDING_NOT_MONEY",
                        "%s 的单位是 \"%s\",应为%s".formatted(element.code(), element.unit(), MoneyUnit.symbols()),
                        "%s is in \"%s\" (expected one of: %s)"
                                .formatted(element.code(), element.unit(), MoneyUnit.symbols()));
            }
        }
        return elements;
    }

    /** Whole fen of an amount with its unit; 0 if it is none. */
    static long fen(YamlNode node) {
        String text = node.text();
        return MoneyUnit.fen(text).orElseGet(() -> {
            if (!text.isEmpty()) {
                node.problem(
                        "FUNDING_AMOUNT_INVALID",
                        "\"%s\" 应为金额加单位,如 20万元,不超过两位小数的元".formatted(text),
                        "\"%s\" must be an amount with its unit, such as 20万元, in whole fen".formatted(text));
            }
            return 0L;
        });
    }

    /** A number from 0 to a greatest one. */
    static BigDecimal upTo(YamlNode node, int greatest) {
        BigDecimal number = node.number();
        if (number.signum() < 0 || number.compareTo(BigDecimal.valueOf(greatest)) > 0) {
            node.problem(
                    "FUNDING_NUMBER_OUT_OF_RANGE",
                    "%s 应在 0 到 %d 之间".formatted(number.toPlainString(), greatest),
                    "%s must be from 0 to %d".formatted(number.toPlainString(), greatest));
        }
        return number;
    }
}
