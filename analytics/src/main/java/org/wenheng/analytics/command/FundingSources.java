package org.wenheng.analytics.command;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.wenheng.analytics.export.Assessment;
import org.wenheng.analytics.funding.Ledger;
import org.wenheng.analytics.gold.GoldLake;
import org.wenheng.analytics.gold.GoldTables;
import org.wenheng.analytics.mart.MartDatabase;
import org.wenheng.analytics.run.GoldLedger;
import org.wenheng.analytics.scheme.Scheme;
import org.wenheng.ingest.command.Workplace;
import org.wenheng.ingest.lake.Lake;
import org.wenheng.ingest.lake.LakeSession;
import org.wenheng.ingest.problem.InputRefusedException;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Period;

/** Where {@link FundingCommand} reads: amounts in the lake, scores in the mart. */
final class FundingSources {
    private FundingSources() {}

    /** The element values as last derived, in a Spark session that ends with the reading. */
    static Ledger ledger(Workplace workplace, Scheme scheme, Period period) throws IOException {
        Lake lake = new Lake(workplace.lake());
        if (!lake.has(GoldTables.ELEMENT_VALUE)) {
            throw InputRefusedException.of(
                    "NOT_DERIVED",
                    workplace.lake().toString(),
                    "数据湖里还没有推导出的数据元值,请先运行 ./wenheng run",
                    "The lake has no derived element values; run ./wenheng run first");
        }
        try (SparkSession spark = LakeSession.open(workplace.master())) {
            return GoldLedger.read(new GoldLake(spark, lake), scheme, List.of(period));
        }
    }

    /** The runs that are published now. */
    static List<Optional<Assessment>> published(
            DatabaseOptions database, Path work, String scheme, Catalogue catalogue, List<Period> periods)
            throws SQLException {
        List<Optional<Assessment>> published = new ArrayList<>();
        try (MartDatabase mart = database.open(work);
                Connection reader = mart.connectReader()) {
            for (Period period : periods) {
                published.add(PublishedScores.find(
                        reader, scheme, period, Optional.empty(), code -> catalogue, Optional.empty()));
            }
        }
        return published;
    }
}
