package org.wenheng.ingest.reference;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A raw reported quantity.
 *
 * @param code unique in its catalogue, upper snake case
 * @param unit the canonical unit in which observations are stored
 * @param frequency how often it is reported
 * @param overTime how several periods make a longer one
 * @param overFacilities how facilities make a region
 * @param integer whether only whole numbers make sense
 * @param minimum lowest value that makes sense; null if there is none
 * @param maximum highest value that makes sense; null if there is none
 * @param atMost code of the element this one is a part of and may not exceed; null if there is none
 * @param departments names of the departments that answer for it, divided by semicolons
 * @param source where the reporter finds it
 * @param overRegions how the regions below a region make a value of their parent
 * @param weight code of the element by which {@link OverRegions#WEIGHTED} and {@link OverRegions#POPULATION_WEIGHTED}
 *     weigh; null for all others
 */
public record Element(
        String code,
        Title name,
        String unit,
        Frequency frequency,
        Accumulation overTime,
        RollUp overFacilities,
        boolean integer,
        @Nullable BigDecimal minimum,
        @Nullable BigDecimal maximum,
        @Nullable String atMost,
        String departments,
        String source,
        OverRegions overRegions,
        @Nullable String weight) {

    /** The names of the departments that answer for it. */
    public List<String> departmentNames() {
        return Arrays.stream(departments.split(";")).map(String::strip).toList();
    }

    /** An element whose regions are not rolled up. */
    public Element(
            String code,
            Title name,
            String unit,
            Frequency frequency,
            Accumulation overTime,
            RollUp overFacilities,
            boolean integer,
            @Nullable BigDecimal minimum,
            @Nullable BigDecimal maximum,
            @Nullable String atMost,
            String departments,
            String source) {
        this(
                code,
                name,
                unit,
                frequency,
                overTime,
                overFacilities,
                integer,
                minimum,
                maximum,
                atMost,
                departments,
                source,
                OverRegions.OWN,
                null);
    }

    /** How the values of several periods make the value of a longer one. */
    public enum Accumulation {
        /** A flow: the periods add up. */
        SUM,
        /** A stock: the last period stands for the whole. */
        LAST,
        /** A level: the mean of the periods. */
        MEAN
    }

    /** How the values of the facilities of a region make the value of the region. */
    public enum RollUp {
        SUM,
        MEAN,
        MAX
    }

    /** How the values of the regions that have none below themselves make the value of a region above them. */
    public enum OverRegions {
        /** Not at all: a region has what is reported for its own level. */
        OWN,
        SUM,
        MEAN,
        /** The mean, each region weighted by the element {@link #weight} of the same period, or of the year it lies in. */
        WEIGHTED,
        MAX,
        /** How many of the regions gave a number. */
        COUNT,
        /**
         * The mean, each region weighted by the yearly element {@link #weight}: of the year the period lies in, or of the
         * year before where that is not there yet.
         */
        POPULATION_WEIGHTED;

        /** Whether an element weighs. */
        public boolean isWeighted() {
            return this == WEIGHTED || this == POPULATION_WEIGHTED;
        }
    }
}
