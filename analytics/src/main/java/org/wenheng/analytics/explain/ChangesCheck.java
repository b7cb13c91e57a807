package org.wenheng.analytics.explain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.wenheng.analytics.index.ElementPanel.Place;
import org.wenheng.analytics.scheme.Dimension;
import org.wenheng.analytics.scheme.Indicator;
import org.wenheng.ingest.problem.InputRefusedException;
import org.wenheng.ingest.problem.Problem;
import org.wenheng.ingest.reference.Element;
import org.wenheng.ingest.reference.ValueStatus;
import org.wenheng.ingest.yaml.YamlNode;

/** Says everything that is wrong with a list of changes at once. */
final class ChangesCheck {
    private final RunInputs run;
    private final List<String> indicators;
    private final List<Problem> problems = new ArrayList<>();
    private final Set<Object> changed = new HashSet<>();

    private ChangesCheck(RunInputs run) {
        this.run = run;
        this.indicators =
                run.scheme().indicators().stream().map(Indicator::code).toList();
    }

    static void check(RunInputs run, List<Change> changes) {
        ChangesCheck check = new ChangesCheck(run);
        changes.forEach(check::check);
        check.somethingIsLeft(changes);
        if (!check.problems.isEmpty()) {
            throw new InputRefusedException("what-if", check.problems);
        }
    }

    private void check(Change change) {
        if (change instanceof Change.OfValue of) {
            once(of.place(), of.place().region() + " " + of.place().element());
            place(of.place());
            number(of);
        } else if (change instanceof Change.OfWeight of) {
            once("weight " + of.node(), of.node());
            weight(of);
        } else if (change instanceof Change.OfMethod of) {
            once("method " + of.indicator(), of.indicator());
            indicator(of.indicator());
        } else if (change instanceof Change.Drop drop) {
            once("drop " + drop.indicator(), drop.indicator());
            indicator(drop.indicator());
        }
    }

    private void once(Object what, String where) {
        if (!changed.add(what)) {
            say("WHAT_IF_TWICE", where, "同一处改了两次,请只留一次", "Changed twice; keep one of the two");
        }
    }

    private void place(Place place) {
        Set<String> regions = run.catalogue().regions().keySet();
        if (!regions.contains(place.region())) {
            problems.add(Known.unknown("WHAT_IF_REGION_UNKNOWN", "地区", "region", place.region(), regions));
        }
        Element element = run.catalogue().elements().get(place.element());
        if (element == null) {
            problems.add(Known.unknown(
                    "WHAT_IF_ELEMENT_UNKNOWN",
                    "数据元",
                    "element",
                    place.element(),
                    run.catalogue().elements().keySet()));
        } else if (element.frequency() != place.period().frequency()) {
            String kind = YamlNode.wordOf(element.frequency());
            say(
                    "WHAT_IF_PERIOD_OTHER",
                    place.element(),
                    "按 %s 报送,不能改 %s 的值".formatted(kind, place.period().code()),
                    "It is reported by %s: %s has no value to change"
                            .formatted(kind, place.period().code()));
        }
    }

    private void number(Change.OfValue of) {
        boolean reported = of.cell().status() == ValueStatus.REPORTED;
        if (reported && !Double.isFinite(of.cell().value())) {
            say(
                    "WHAT_IF_NOT_A_NUMBER",
                    of.place().element(),
                    "%s 不是数,请给出数值".formatted(of.cell().value()),
                    "%s is not a number; give a number".formatted(of.cell().value()));
        }
    }

    private void weight(Change.OfWeight of) {
        List<String> nodes = Stream.concat(run.scheme().dimensions().stream().map(Dimension::code), indicators.stream())
                .toList();
        if (!nodes.contains(of.node())) {
            problems.add(Known.unknown("WHAT_IF_NODE_UNKNOWN", "指标或维度", "indicator or dimension", of.node(), nodes));
        }
        if (!(of.weight() > 0) || Double.isInfinite(of.weight())) {
            say(
                    "WHAT_IF_WEIGHT_INVALID",
                    of.node(),
                    "权重 %s 须大于0;要去掉指标,请写去掉".formatted(of.weight()),
                    "Weight %s must be above 0; to leave an indicator out, drop it".formatted(of.weight()));
        }
    }

    private void indicator(String code) {
        if (!indicators.contains(code)) {
            problems.add(Known.unknown("WHAT_IF_INDICATOR_UNKNOWN", "指标", "indicator", code, indicators));
        }
    }

    private void somethingIsLeft(List<Change> changes) {
        Set<String> dropped = new HashSet<>();
        changes.forEach(change -> {
            if (change instanceof Change.Drop drop) {
                dropped.add(drop.indicator());
            }
        });
        boolean left = run.scheme().indicatorsIn(run.period()).stream()
                .anyMatch(indicator -> !dropped.contains(indicator.code()));
        if (!left) {
            say(
                    "WHAT_IF_NOTHING_LEFT",
                    run.period().code(),
                    "本期的指标全都去掉了,没有可计分的",
                    "Every indicator of the period is dropped: nothing is left to score");
        }
    }

    private void say(String code, String where, String chinese, String english) {
        problems.add(new Problem(code, where, chinese, english));
    }
}
