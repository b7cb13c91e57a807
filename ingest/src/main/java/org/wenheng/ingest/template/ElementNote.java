package org.wenheng.ingest.template;

import java.util.ArrayList;
import java.util.List;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Element;

/** The definition of an element as a note beside its name. */
final class ElementNote {
    private ElementNote() {}

    static String of(Element element, Catalogue catalogue) {
        List<String> lines = new ArrayList<>();
        lines.add(element.name().chinese());
        lines.add(element.name().english());
        lines.add("单位 Unit:" + element.unit());
        lines.add(ValueInput.isYesOrNo(element) ? "取值:1 是,0 否" : "取值:" + ValueInput.range(element));
        lines.add(
                switch (element.overTime()) {
                    case SUM -> "时间:本期发生数,不是累计数";
                    case LAST -> "时间:期末数";
                    case MEAN -> "时间:本期平均数";
                });
        Element whole = element.atMost() == null ? null : catalogue.elements().get(element.atMost());
        if (whole != null) {
            lines.add("不大于:" + whole.name().chinese());
        }
        if (!element.source().isEmpty()) {
            lines.add("来源 Source:" + element.source());
        }
        if (!element.departments().isEmpty()) {
            lines.add("责任部门:" + element.departments());
        }
        return String.join("\n", lines);
    }
}
