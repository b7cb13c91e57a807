package org.wenheng.ingest.reference;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wenheng.ingest.reference.RegionMatch.Ambiguous;
import org.wenheng.ingest.reference.RegionMatch.Found;
import org.wenheng.ingest.reference.RegionMatch.NotInForce;
import org.wenheng.ingest.reference.RegionMatch.SamePlace;
import org.wenheng.ingest.reference.RegionMatch.Unknown;

/**
 * Finds the region that a reporter means: by code, name, alias, former code or name, with or without the regions above in
 * front. Only the text and the period decide, never who sent it. Safe for several threads.
 */
public final class RegionFinder {
    /** A code stored as a number; the digits are the code only if all of them are written. */
    private static final Pattern NUMBER = Pattern.compile("(\\d)(?:\\.(\\d+))?E\\+?(\\d{1,2})|(\\d+)\\.0+");

    private static final Pattern CODE_AND_NAME =
            Pattern.compile("(?:(\\d{4,})[-:()]*(\\D+?)[()]*)|(?:(\\D+?)[-:()]*(\\d{4,})[()]*)");
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\p{Cf}]+");
    private static final Pattern APOSTROPHE = Pattern.compile("^['`‘’]+");
    private static final Pattern BETWEEN = Pattern.compile("^[-/>·,]+|[-/>·,]+$");

    private final RegionHistory history;
    private final Map<String, List<Region>> byPlainCode = new HashMap<>();
    private final Map<String, List<Region>> byName = new HashMap<>();

    /** A finder for the present and former regions of a history. */
    public RegionFinder(RegionHistory history) {
        this.history = history;
        for (Region region : history.regions()) {
            byPlainCode
                    .computeIfAbsent(plain(region.code()), key -> new ArrayList<>())
                    .add(region);
            Set<String> names = new LinkedHashSet<>(region.aliases());
            names.add(region.name().chinese());
            names.add(region.name().english());
            for (String name : names) {
                byName.computeIfAbsent(plain(name), key -> new ArrayList<>()).add(region);
            }
        }
    }

    /** What a text means in a period. A region in force at its end goes before one that was only in force earlier in it. */
    public RegionMatch find(String text, Period period) {
        String asked = plain(text);
        List<Region> byCode = everUnderCode(asked);
        if (!byCode.isEmpty()) {
            RegionMatch match = judge(nearest(byCode, period), period);
            // An alias may keep an old code alive where the records of its change are missing.
            return match instanceof NotInForce && byName.containsKey(asked) && isAliasInForce(asked, period)
                    ? judge(everNamed(asked, period), period)
                    : match;
        }
        List<Region> named = everNamed(asked, period);
        return named.isEmpty() ? codeAndName(asked, period) : judge(named, period);
    }

    private boolean isAliasInForce(String asked, Period period) {
        return everNamed(asked, period).stream().anyMatch(region -> region.isInForceOn(period.lastDay()));
    }

    /** Full-width letters and digits, ideographic spaces, the apostrophe of a text cell and the case of letters do not count. */
    private static String plain(String text) {
        String narrow =
                SPACE.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
        return APOSTROPHE.matcher(narrow).replaceAll("").toUpperCase(Locale.ROOT);
    }

    private List<Region> everUnderCode(String asked) {
        List<Region> exact = under(asked);
        if (!exact.isEmpty()) {
            return exact;
        }
        String digits = asked;
        Matcher number = NUMBER.matcher(asked);
        if (number.matches()) {
            String fraction = number.group(2) == null ? "" : number.group(2);
            boolean whole = number.group(4) != null || fraction.length() == Integer.parseInt(number.group(3));
            digits = number.group(4) != null ? number.group(4) : whole ? number.group(1) + fraction : "";
        }
        List<Region> found = under(digits);
        // Longer codes of the same region: places for its parts, filled with zeros, three at a time.
        while (found.isEmpty() && digits.length() > 6 && digits.matches("\\d+000")) {
            digits = digits.substring(0, digits.length() - 3);
            found = under(digits);
        }
        return found;
    }

    private List<Region> under(String code) {
        return byPlainCode.getOrDefault(code, List.of());
    }

    /** Regions of any time with this name, or with this name behind those of regions above them. */
    private List<Region> everNamed(String asked, Period period) {
        Set<Region> found = new LinkedHashSet<>(byName.getOrDefault(asked, List.of()));
        for (int cut = 1; cut < asked.length(); cut++) {
            String front = BETWEEN.matcher(asked.substring(0, cut)).replaceAll("");
            for (Region region : byName.getOrDefault(asked.substring(cut), List.of())) {
                if (liesIn(region, front, period)) {
                    found.add(region);
                }
            }
        }
        return List.copyOf(found);
    }

    /** Whether the text is made of names of regions above this one, from the top down, on a day on which it is in force. */
    private boolean liesIn(Region region, String front, Period period) {
        LocalDate end = region.validTo();
        LocalDate begin = region.validFrom();
        LocalDate day = end != null && end.isBefore(period.lastDay())
                ? end
                : begin != null && begin.isAfter(period.lastDay()) ? begin : period.lastDay();
        return isMadeOf(front, history.above(region, day));
    }

    private boolean isMadeOf(String front, List<Region> above) {
        if (front.isEmpty()) {
            return true;
        }
        for (int i = 0; i < above.size(); i++) {
            Region region = above.get(i);
            for (int cut = front.length(); cut > 0; cut--) {
                if (byName.getOrDefault(front.substring(0, cut), List.of()).contains(region)
                        && isMadeOf(
                                BETWEEN.matcher(front.substring(cut)).replaceAll(""),
                                above.subList(i + 1, above.size()))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** A code and a name in one text have to mean the same region. */
    private RegionMatch codeAndName(String asked, Period period) {
        Matcher both = CODE_AND_NAME.matcher(asked);
        if (!both.matches()) {
            return new Unknown();
        }
        boolean codeFirst = both.group(1) != null;
        List<Region> byCode = everUnderCode(both.group(codeFirst ? 1 : 4));
        List<Region> named = everNamed(both.group(codeFirst ? 2 : 3), period);
        if (byCode.isEmpty() || named.isEmpty()) {
            return new Unknown();
        }
        List<Region> same = byCode.stream().filter(named::contains).toList();
        if (!same.isEmpty()) {
            return judge(nearest(same, period), period);
        }
        List<Region> candidates =
                new ArrayList<>(judge(nearest(byCode, period), period).candidates());
        candidates.addAll(judge(named, period).candidates());
        List<Region> distinct = sorted(candidates);
        return distinct.size() == 1 ? new Found(distinct.get(0)) : new Ambiguous(distinct);
    }

    private RegionMatch judge(List<Region> meant, Period period) {
        List<Region> inForce = sorted(meant.stream()
                .filter(region -> region.isInForceOn(period.lastDay()))
                .toList());
        if (!inForce.isEmpty()) {
            return inForce.size() == 1 ? new Found(inForce.get(0)) : new Ambiguous(inForce);
        }
        List<Region> partly = sorted(meant.stream()
                .filter(region -> region.isInForceWithin(period.firstDay(), period.lastDay()))
                .toList());
        List<Region> closest = partly.isEmpty() ? meant : partly;
        List<Region> samePlace = sorted(closest.stream()
                .flatMap(region -> history.samePlaceOn(region, period.lastDay()).stream())
                .toList());
        boolean allAreTheSame = closest.stream()
                .allMatch(
                        region -> history.samePlaceOn(region, period.lastDay()).isPresent());
        if (samePlace.size() == 1 && allAreTheSame) {
            return new SamePlace(samePlace.get(0), closest.get(closest.size() - 1));
        }
        if (!partly.isEmpty()) {
            return partly.size() == 1 ? new Found(partly.get(0)) : new Ambiguous(partly);
        }
        List<Region> parts = sorted(meant.stream()
                .flatMap(region -> history.partsOn(region, period.lastDay()).stream())
                .toList());
        return new NotInForce(sorted(meant), parts);
    }

    /** Of all that a code has stood for, what it stood for last before the period ended, or first after it. */
    private static List<Region> nearest(List<Region> underCode, Period period) {
        Comparator<Region> byBegin = Comparator.comparing(RegionFinder::begin);
        return underCode.stream()
                .filter(region -> !begin(region).isAfter(period.lastDay()))
                .max(byBegin)
                .or(() -> underCode.stream().min(byBegin))
                .map(List::of)
                .orElse(List.of());
    }

    private static LocalDate begin(Region region) {
        return region.validFrom() == null ? LocalDate.MIN : region.validFrom();
    }

    private static List<Region> sorted(Collection<Region> regions) {
        return regions.stream()
                .distinct()
                .sorted(Comparator.comparing(Region::code))
                .toList();
    }
}
