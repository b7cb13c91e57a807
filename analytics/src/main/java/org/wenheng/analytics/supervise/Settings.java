package org.wenheng.analytics.supervise;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.wenheng.ingest.problem.Problems;
import org.wenheng.ingest.reference.Title;
import org.wenheng.ingest.yaml.YamlFile;
import org.wenheng.ingest.yaml.YamlNode;

/** The settings of detectors, data quality and spot checks, each with its meaning and source. */
public final class Settings {
    private final Map<Setting, Entry> entries;

    private Settings(Map<Setting, Entry> entries) {
        this.entries = entries;
    }

    /**
     * One setting as written.
     *
     * @param meaning what it decides
     * @param source where the number comes from, with its certainty
     */
    public record Entry(double value, Title meaning, String source) {}

    /**
     * Reads the settings strictly: every one is there, none is unknown, each lies in its range.
     *
     * @param name stands for the file in messages
     * @throws org.wenheng.ingest.problem.InputRefusedException with everything that is wrong
     */
    public static Settings parse(String name, String text) {
        Problems problems = new Problems();
        YamlNode root = YamlFile.parse(name, text, problems);
        Map<String, Setting> known = new LinkedHashMap<>();
        for (Setting setting : Setting.values()) {
            known.put(YamlNode.wordOf(setting), setting);
        }
        root.only(known.keySet().toArray(String[]::new));
        Map<Setting, Entry> entries = new EnumMap<>(Setting.class);
        known.forEach((word, setting) -> entries.put(setting, entry(word, setting, root.get(word))));
        problems.throwIfAny(name);
        return new Settings(entries);
    }

    private static Entry entry(String word, Setting setting, YamlNode node) {
        node.only("value", "zh", "en", "source");
        double value = node.get("value").number().doubleValue();
        if (node.isPresent() && !(value >= setting.least() && value <= setting.most())) {
            node.problem(
                    "SETTING_OUT_OF_RANGE",
                    "%s 的值 %s 应在 %s 至 %s 之间".formatted(word, value, setting.least(), setting.most()),
                    "%s is %s and must lie between %s and %s".formatted(word, value, setting.least(), setting.most()));
        }
        return new Entry(
                value,
                new Title(node.get("zh").text(), node.get("en").text()),
                node.get("source").text());
    }

    /** The value of a setting. */
    public double value(Setting setting) {
        return entry(setting).value();
    }

    /** A setting with its meaning and source. */
    public Entry entry(Setting setting) {
        return Objects.requireNonNull(entries.get(setting), setting.name());
    }
}
