package org.wenheng.analytics.run;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.delta.tables.DeltaTable;
import java.security.PrivateKey;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.wenheng.analytics.gold.GoldLake;
import org.wenheng.analytics.gold.GoldTables;
import org.wenheng.analytics.gold.RunDigest;
import org.wenheng.analytics.mart.PublishedRows;
import org.wenheng.ingest.lake.Lake;
import org.wenheng.ingest.problem.InputRefusedException;

/** Signs a run that was made without a key. Nothing else of it changes. */
public final class RunSigning {
    private final SparkSession spark;
    private final Lake lake;
    private final PublishedRows published;

    public RunSigning(SparkSession spark, Lake lake, PublishedRows published) {
        this.spark = spark;
        this.lake = lake;
        this.published = published;
    }

    /**
     * Signs the rows that are kept, first in the lake, then in the mart. Ed25519 gives the same signature for the same rows
     * and key, so that doing it again after it was cut off finishes it.
     *
     * @return whether the run was not signed before
     * @throws InputRefusedException if the run is not kept, if its rows are not those of its digest, or if it is signed with
     *     another key
     */
    public boolean sign(String runId, PrivateKey key) {
        GoldLake gold = new GoldLake(spark, lake);
        List<@Nullable Object[]> rows = gold.run(runId);
        if (rows.size() != 1) {
            throw refused("RUN_UNKNOWN", runId, "数据湖里没有这个批次", "The lake does not keep this run");
        }
        RunDigest digest = RunDigest.of(runId, gold.rows(runId));
        if (!digest.whole().equals(value(rows, "digest"))) {
            throw refused(
                    "RUN_NOT_AS_RECORDED",
                    runId,
                    "批次的行与记录的指纹不符,不能签名;请先用 verify 查明",
                    "The rows are not those of the recorded digest and are not signed; see verify");
        }
        String signature = SigningKeys.sign(key, digest.text());
        Object before = value(rows, "signature");
        if (before != null && !before.equals(signature)) {
            throw refused(
                    "RUN_SIGNED_WITH_OTHER_KEY", runId, "批次已用另一密钥签名", "The run is signed with another key already");
        }
        if (before == null) {
            DeltaTable.forPath(spark, lake.location(GoldTables.RUN))
                    .update(col("run_id").equalTo(lit(runId)), Map.of("signature", lit(signature)));
        }
        published.sign(runId, signature);
        return before == null;
    }

    private static @Nullable Object value(List<@Nullable Object[]> rows, String column) {
        return rows.get(0)[GoldTables.RUN.columnNames().indexOf(column)];
    }

    private static InputRefusedException refused(String code, String runId, String chinese, String english) {
        return InputRefusedException.of(code, runId, chinese, english);
    }
}
