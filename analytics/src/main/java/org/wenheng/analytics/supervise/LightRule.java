package org.wenheng.analytics.supervise;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.wenheng.analytics.supervise.LightRow.Actor;
import org.wenheng.ingest.reference.Frequency;
import org.wenheng.ingest.reference.Title;

/**
 * When a light of a region is lit. A pure function of one {@link Fact}: neither other regions nor their order matter. The
 * lights of single reports are those of {@link org.wenheng.ingest.due.LightRules}, which this builds on.
 *
 * @param periods kinds of period in which it is looked at
 * @param red all of these hold; never red if there are none
 * @param yellow all of these hold; never yellow if there are none
 * @param reason said when red or yellow; {@code {limit}} stands for the limits of that colour
 * @param calm said when green
 * @param source where the limits come from, with their certainty
 */
record LightRule(
        String code,
        Watch watch,
        Set<Frequency> periods,
        Title title,
        List<Condition> red,
        List<Condition> yellow,
        Title reason,
        Title calm,
        Title advice,
        Actor acts,
        String source) {
    LightRule {
        periods = Set.copyOf(periods);
        red = List.copyOf(red);
        yellow = List.copyOf(yellow);
    }

    /**
     * A measure against its limit.
     *
     * @param below whether it holds below the limit; otherwise from the limit on
     */
    record Condition(String measure, boolean below, double limit) {
        /** Whether it holds; of what is not known nobody can say. */
        Answer answer(Fact fact) {
            double measure = fact.measure(this.measure);
            if (Double.isNaN(measure)) {
                return Answer.UNKNOWN;
            }
            return (below ? measure < limit : measure >= limit) ? Answer.YES : Answer.NO;
        }
    }

    /** An answer where some things are not known (Kleene 1952, section 64). */
    enum Answer {
        NO,
        UNKNOWN,
        YES;

        /** All hold: no if one does not, unknown if one is and no other does not; no without any. */
        static Answer all(List<Condition> conditions, Fact fact) {
            return conditions.stream()
                    .map(condition -> condition.answer(fact))
                    .min(Answer::compareTo)
                    .orElse(NO);
        }
    }

    /** The light of a region. What is missing leads to no data unless a colour is certain without it; never to green. */
    LightRow light(Fact fact) {
        Answer isRed = Answer.all(red, fact);
        Answer isYellow = Answer.all(yellow, fact);
        if (isRed == Answer.YES) {
            return row(Colour.RED, fact, filled(reason, fact, red), advice, acts);
        }
        if (isYellow == Answer.YES) {
            return row(Colour.YELLOW, fact, filled(reason, fact, yellow), advice, acts);
        }
        if (isRed == Answer.UNKNOWN || isYellow == Answer.UNKNOWN) {
            return row(Colour.NO_DATA, fact, fact.missing(), new Title("", ""), Actor.NOBODY);
        }
        return row(Colour.GREEN, fact, filled(calm, fact, List.of()), new Title("", ""), Actor.NOBODY);
    }

    private LightRow row(Colour colour, Fact fact, Title why, Title what, Actor who) {
        return new LightRow(
                code, colour, fact.region(), fact.subject(), title, why, what, who, fact.departments(), source);
    }

    private static Title filled(Title sentence, Fact fact, List<Condition> lit) {
        String limits = lit.stream()
                .map(condition -> Figures.of(condition.limit()))
                .distinct()
                .collect(Collectors.joining("、"));
        String figures = limits.replace("、", ", ");
        return new Title(
                filled(sentence.chinese(), fact, limits, true), filled(sentence.english(), fact, figures, false));
    }

    private static String filled(String sentence, Fact fact, String limits, boolean chinese) {
        StringBuilder filled = new StringBuilder();
        int from = 0;
        for (int open = sentence.indexOf('{'); open >= 0; open = sentence.indexOf('{', from)) {
            int close = sentence.indexOf('}', open);
            filled.append(sentence, from, open);
            filled.append(told(sentence.substring(open + 1, close), fact, limits, chinese));
            from = close + 1;
        }
        return filled.append(sentence, from, sentence.length()).toString();
    }

    private static String told(String name, Fact fact, String limits, boolean chinese) {
        if (name.equals("limit")) {
            return limits;
        }
        Map<String, Title> figures = fact.figures();
        Title figure = figures.get(name);
        if (figure != null) {
            return chinese ? figure.chinese() : figure.english();
        }
        return Figures.of(fact.measure(name));
    }
}
