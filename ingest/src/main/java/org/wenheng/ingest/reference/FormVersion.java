package org.wenheng.ingest.reference;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/** Tells one version of a form from another. */
public final class FormVersion {
    private static final int DIGITS = 8;

    private FormVersion() {}

    /**
     * The first eight digits of the SHA-256 of what a reporter sees and what a value is checked by: the form's frequency
     * and kind of facility, and of its elements in their order the code, name, unit, limits and whole. It changes when any
     * of these does, and with nothing else.
     */
    public static String of(Form form, Catalogue catalogue) {
        StringBuilder text = new StringBuilder()
                .append(form.code())
                .append('|')
                .append(form.frequency())
                .append('|')
                .append(Objects.toString(form.facilityType(), ""));
        for (String code : form.elements()) {
            text.append('\n').append(code);
            Element element = catalogue.elements().get(code);
            if (element != null) {
                text.append('|').append(element.name().chinese());
                text.append('|').append(element.unit());
                text.append('|').append(element.integer());
                text.append('|').append(Objects.toString(element.minimum(), ""));
                text.append('|').append(Objects.toString(element.maximum(), ""));
                text.append('|').append(Objects.toString(element.atMost(), ""));
            }
        }
        return HexFormat.of()
                .formatHex(sha256().digest(text.toString().getBytes(StandardCharsets.UTF_8)))
                .substring(0, DIGITS);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
