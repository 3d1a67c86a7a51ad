package io.dsreview.api.semantic;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who stands behind what a source says about a field, and what they warn of. Names of persons may be in it: it is stored
 * and exported with the session, and never put into an event or the ledger.
 *
 * @param certification who certifies it, or null
 * @param warnings what readers are warned of, in Markdown; copied
 * @param owners the names of the source's owners; copied
 */
public record Endorsement(@Nullable Certification certification, List<String> warnings, List<String> owners) {

    /** Nobody is named. */
    public static final Endorsement NONE = new Endorsement(null, List.of(), List.of());

    /** Copies the lists. */
    public Endorsement {
        warnings = List.copyOf(warnings);
        owners = List.copyOf(owners);
    }

    /**
     * A certification.
     *
     * @param certifiedBy the person or team that certifies; not empty
     * @param details what they say about it; may be empty
     */
    public record Certification(String certifiedBy, String details) {}
}
