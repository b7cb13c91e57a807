package org.wenheng.ingest.reference;

import org.wenheng.ingest.yaml.YamlNode;

/** What people read: Chinese first, English beside. Neither is empty. */
public record Title(String chinese, String english) {

    /** Reads a mapping with {@code zh} and {@code en} and nothing else; what is wrong is said at the node. */
    public static Title of(YamlNode node) {
        node.only("zh", "en");
        return new Title(node.get("zh").text(), node.get("en").text());
    }
}
