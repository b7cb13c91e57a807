package org.wenheng.ingest.template;

import java.util.List;

/** Which facilities are known. */
public interface KnownFacilities {
    /** No facility is known yet. */
    KnownFacilities NONE = (region, facilityType) -> List.of();

    /**
     * The facilities of a region in the order of their codes.
     *
     * @param facilityType the kind of facility that a form asks for, such as {@code library}
     */
    List<KnownFacility> of(String region, String facilityType);
}
