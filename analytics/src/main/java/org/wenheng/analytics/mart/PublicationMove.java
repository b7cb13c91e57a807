package org.wenheng.analytics.mart;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One step of a pointer: from then on readers of a period see another run.
 *
 * @param period code of the period
 * @param byPerson whether a person moved it to a run that is kept; otherwise a run published itself
 * @param from the run that readers saw before; none at the first publication
 * @param to the run that they see from then on
 * @param at when
 * @param by who
 * @param reason why; empty if a run published itself
 */
public record PublicationMove(
        String period, boolean byPerson, Optional<String> from, String to, Instant at, String by, String reason) {

    /**
     * The runs that a person has taken from the readers and nobody has given back to them since. The same data give the same
     * run, so a rerun would undo what the person decided: it leaves these runs where they are.
     *
     * @param history moves in their order
     * @return the move that took each of them away, by the run's id
     */
    static Map<String, PublicationMove> withheld(List<PublicationMove> history) {
        Map<String, PublicationMove> withheld = new TreeMap<>();
        for (PublicationMove move : history) {
            if (move.byPerson()) {
                move.from().ifPresent(run -> withheld.put(run, move));
            }
            withheld.remove(move.to());
        }
        return withheld;
    }
}
