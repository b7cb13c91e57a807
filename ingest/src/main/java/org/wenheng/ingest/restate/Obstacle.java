package org.wenheng.ingest.restate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.reference.Element;
import org.wenheng.ingest.reference.Element.RollUp;
import org.wenheng.ingest.reference.Title;

/** What keeps the values of regions that one day ties together from being restated. */
final class Obstacle {
    private Obstacle() {}

    /** Why the values of a group cannot be restated; null if they can. */
    static @Nullable Title of(
            List<Link> group, Set<String> given, Set<String> spoiled, Element element, LocalDate day) {
        List<Link> used =
                group.stream().filter(link -> given.contains(link.source())).toList();
        for (Link link : group) {
            if (spoiled.contains(link.source())) {
                return new Title(
                        "%s 的数值此前已无法换算".formatted(link.source()),
                        "The value of %s could not be restated before".formatted(link.source()));
            }
        }
        boolean additive = element.overFacilities() == RollUp.SUM;
        for (Link link : used) {
            if (link.share() == null) {
                return new Title(
                        "%s 于 %s 拆分,各部分的权重未知".formatted(link.source(), day),
                        "%s was divided on %s and the weights of the parts are not known"
                                .formatted(link.source(), day));
            }
            if (!additive && link.share().compareTo(BigDecimal.ONE) != 0) {
                return new Title(
                        "%s 于 %s 拆分,%s 不能按权重拆分".formatted(link.source(), day, element.code()),
                        "%s was divided on %s; %s is no quantity that can be divided"
                                .formatted(link.source(), day, element.code()));
            }
            boolean isMean = element.overFacilities() == RollUp.MEAN;
            if (isMean && Link.into(group, link.target()).size() > 1 && link.weight() == null) {
                return new Title(
                        "%s 于 %s 由多个部分组成,%s 求平均所需的权重未知".formatted(link.target(), day, element.code()),
                        "%s is made of several parts on %s and the weights for a mean of %s are not known"
                                .formatted(link.target(), day, element.code()));
            }
        }
        return null;
    }
}
