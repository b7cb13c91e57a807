package org.wenheng.api.superset;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.problem.InputRefusedException;
import org.wenheng.ingest.problem.Problems;

/**
 * What decides the bytes of a bundle, and nothing else does.
 *
 * @param scheme code of the one scheme that the charts are fixed to; null for all schemes with a filter to choose
 * @param databaseUri SQLAlchemy URI of the mart; a password in it must be the mask {@link #PASSWORD_MASK}
 * @param nature what the bundle says about its rows
 */
public record BundleRequest(@Nullable String scheme, String databaseUri, DataNature nature) {

    /** Stands for the password in an exported URI; Superset asks for the real one at import. */
    public static final String PASSWORD_MASK = "XXXXXXXXXX";

    /** The mart that the launcher starts on the same machine. */
    public static final String DEFAULT_DATABASE_URI =
            "postgresql+psycopg2://wenheng_reader:" + PASSWORD_MASK + "@127.0.0.1:15432/wenheng";

    private static final Pattern URI = Pattern.compile("postgresql(\\+\\w+)?://([^:@/]+)(:([^/]*))?@([^@/]+)/([^/?]+)");
    private static final Pattern CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    /**
     * @throws InputRefusedException {@code SUPERSET_SCHEME_CODE_INVALID}, {@code SUPERSET_DATABASE_URI_INVALID}, or
     *     {@code SUPERSET_PASSWORD_GIVEN}; the message never repeats a password
     */
    public BundleRequest {
        Problems problems = new Problems();
        if (scheme != null && !CODE.matcher(scheme).matches()) {
            problems.add(
                    "SUPERSET_SCHEME_CODE_INVALID",
                    "--scheme",
                    "方案代码“%s”不合规（应为小写字母、数字和连字符，如 jilin-2026）".formatted(scheme),
                    "Invalid scheme code: \"%s\" (expected: lower case letters, digits and hyphens, such as jilin-2026)"
                            .formatted(scheme));
        }
        checkUri(databaseUri, problems);
        problems.throwIfAny("superset export");
    }

    private static void checkUri(String uri, Problems problems) {
        Matcher parts = URI.matcher(uri);
        if (!parts.matches()) {
            problems.add(
                    "SUPERSET_DATABASE_URI_INVALID",
                    "--database-uri",
                    "数据库地址不合规（应为 postgresql+psycopg2://用户:%s@主机:端口/库名）".formatted(PASSWORD_MASK),
                    "Invalid database URI (expected: postgresql+psycopg2://user:%s@host:port/database)"
                            .formatted(PASSWORD_MASK));
        } else if (parts.group(4) != null && !PASSWORD_MASK.equals(parts.group(4))) {
            problems.add(
                    "SUPERSET_PASSWORD_GIVEN",
                    "--database-uri",
                    "导出包不得含真实口令：请把口令写成 %s，导入 Superset 时再填".formatted(PASSWORD_MASK),
                    "A bundle holds no real password: write %s in its place and give it to Superset at import"
                            .formatted(PASSWORD_MASK));
        }
    }

    /** The key of what belongs to this scheme choice, so that bundles of different schemes can stand side by side. */
    String keyed(String key) {
        return scheme == null ? key : key + "-" + scheme;
    }
}
