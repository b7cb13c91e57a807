package org.wenheng.analytics.treat;

import org.wenheng.ingest.reference.Title;

/** Two settled treatments, the second on what the first made of the value. */
public record InTurn(Settled first, Settled second) implements Settled {

    @Override
    public double of(double value) {
        return second.of(first.of(value));
    }

    @Override
    public String how(double value) {
        String before = first.how(value);
        String after = second.how(first.of(value));
        return before.isEmpty() || after.isEmpty() ? before + after : before + "+" + after;
    }

    @Override
    public Title description() {
        Title before = first.description();
        Title after = second.description();
        return new Title(before.chinese() + ",再" + after.chinese(), before.english() + ", then " + after.english());
    }
}
