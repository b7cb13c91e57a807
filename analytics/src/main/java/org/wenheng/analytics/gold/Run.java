package org.wenheng.analytics.gold;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.wenheng.analytics.index.ElementInput;
import org.wenheng.analytics.index.NodeResult;
import org.wenheng.analytics.index.RegionResult;
import org.wenheng.analytics.index.ScoreTable;
import org.wenheng.ingest.reference.Period;

/**
 * One execution of a scheme for a period on a fixed content of the data.
 *
 * @param id from the scheme's content, the product's version, the period and every input: the same inputs give the same
 * @param schemeCode code of the scheme
 * @param schemeVersion version of the scheme
 * @param period period scored
 * @param knownAt the data are those known at this moment
 * @param origin {@code real}, {@code synthetic} or {@code mixed}
 * @param engineVersion version of the product
 * @param startedAt when the run began
 * @param finishedAt when it was scored
 * @param record what is needed to do it again
 */
public record Run(
        String id,
        String schemeCode,
        String schemeVersion,
        Period period,
        Instant knownAt,
        String origin,
        String engineVersion,
        Instant startedAt,
        Instant finishedAt,
        RunRecord record) {

    /** The identity of a run with these inputs: 16 hexadecimal digits of a SHA-256. */
    public static String idOf(String schemeHash, String engineVersion, ScoreTable table) {
        MessageDigest digest = sha256();
        feed(digest, schemeHash, engineVersion, table.period().code());
        for (RegionResult result : table.results()) {
            feed(digest, result.kind(), result.region());
            for (ElementInput input : result.inputs()) {
                feed(
                        digest,
                        input.indicator(),
                        input.element(),
                        input.period().code(),
                        input.status().code(),
                        Double.toString(input.value()));
            }
            // Values of other periods, which a method may compare with, show in the points alone.
            for (NodeResult node : result.nodes()) {
                feed(digest, node.node(), Double.toString(node.points()));
            }
        }
        return HexFormat.of().formatHex(digest.digest(), 0, 8);
    }

    /**
     * The identity of a supervised run: that of its scores, the seed and all that supervision says. A form that has become
     * overdue since makes another run, although its scores are the same.
     *
     * @param scores identity of the scores, see {@link #idOf(String, String, ScoreTable)}
     * @param supervision rows that name no run yet
     */
    public static String idOf(String scores, long seed, SupervisionRows supervision) {
        MessageDigest digest = sha256();
        feed(digest, scores, Long.toString(seed));
        supervision.lines().forEach(line -> feed(digest, line));
        return HexFormat.of().formatHex(digest.digest(), 0, 8);
    }

    /** The seed that scores give where nobody gives one: nobody knows it before the data are in, and it can be repeated. */
    public static long seedOf(String scores) {
        return Long.parseLong(scores.substring(0, 12), 16);
    }

    private static void feed(MessageDigest digest, String... parts) {
        for (String part : parts) {
            digest.update(part.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
