package org.wenheng.ingest.pull;

import java.sql.SQLException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.problem.InputRefusedException;
import org.wenheng.ingest.source.Credentials;
import org.wenheng.ingest.source.JdbcSource;

/**
 * What a server or its driver objects to, as a problem that a person can act on. The texts of others are passed on only
 * after user and password were taken out of them; an {@link SQLException} itself never leaves this package.
 */
final class SourceProblems {
    private static final int ACCESS_DENIED = 1045;
    private static final int DATABASE_UNKNOWN = 1049;
    private static final int DATABASE_FORBIDDEN = 1044;
    private static final int TABLE_FORBIDDEN = 1142;
    private static final int COLUMN_FORBIDDEN = 1143;
    private static final int TIME_EXCEEDED_MARIADB = 1969;
    private static final int TIME_EXCEEDED_MYSQL = 3024;

    private final JdbcSource source;
    private final Credentials credentials;

    SourceProblems(JdbcSource source, Credentials credentials) {
        this.source = source;
        this.credentials = credentials;
    }

    /** The refusal that stands for an exception. */
    InputRefusedException of(SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        String said = said(e);
        int code = e.getErrorCode();
        if (state.startsWith("28") || code == ACCESS_DENIED) {
            return refused(
                    "SOURCE_LOGIN_REFUSED",
                    "服务器拒绝登录,请核对 %s 和 %s 的内容,该账号是否可从本机登录,以及服务器是否只接受加密连接(tls)"
                            .formatted(source.userVariable(), source.passwordVariable()),
                    "The server refuses the login; check what %s and %s hold, whether the account may log in from this machine, and whether the server wants encryption (tls)"
                            .formatted(source.userVariable(), source.passwordVariable()));
        } else if (state.equals("3D000") || code == DATABASE_UNKNOWN) {
            return refused(
                    "SOURCE_DATABASE_UNKNOWN",
                    "服务器上没有数据库“%s”".formatted(source.server().database()),
                    "The server has no database \"%s\""
                            .formatted(source.server().database()));
        } else if (isAboutTls(e)) {
            return refused(
                    "SOURCE_TLS_FAILED",
                    "加密连接失败(tls: %s):“%s”。请核对服务器证书、certificate 和 tls 设置".formatted(tls(), said),
                    "The encrypted connection failed (tls: %s): \"%s\". Check the server's certificate, certificate and tls"
                            .formatted(tls(), said));
        } else if (state.equals("57014")
                || state.equals("70100")
                || code == TIME_EXCEEDED_MARIADB
                || code == TIME_EXCEEDED_MYSQL) {
            return refused(
                    "SOURCE_TIMEOUT",
                    "服务器在 %d 秒内没有答完。请为 partition 与 watermark 列建索引、减小 rows,或调大 timeout.statement"
                            .formatted(source.timeouts().statement()),
                    "The server did not answer within %d s. Index the columns of partition and watermark, lower rows, or raise timeout.statement"
                            .formatted(source.timeouts().statement()));
        } else if (state.startsWith("08")) {
            return refused(
                    "SOURCE_UNREACHABLE",
                    "连不上服务器或连接中断:“%s”。请检查地址、端口和网络;再次运行会接着读".formatted(said),
                    "The server cannot be reached or the connection broke: \"%s\". Check address, port and network; running again goes on from here"
                            .formatted(said));
        } else if (state.equals("42501")
                || code == DATABASE_FORBIDDEN
                || code == TABLE_FORBIDDEN
                || code == COLUMN_FORBIDDEN) {
            return refused(
                    "SOURCE_FORBIDDEN",
                    "该账号没有读取权限:“%s”。请让管理员授予 SELECT".formatted(said),
                    "The account may not read this: \"%s\". Ask for SELECT to be granted".formatted(said));
        } else if (state.equals("25006")) {
            return refused(
                    "SOURCE_WRITE_REFUSED",
                    "查询试图改动数据,只读会话已拒绝:“%s”".formatted(said),
                    "The query tries to change data and the read-only session refused: \"%s\"".formatted(said));
        }
        return refused(
                "SOURCE_QUERY_FAILED",
                "服务器无法执行查询(SQLSTATE %s):“%s”".formatted(state, said),
                "The server cannot answer (SQLSTATE %s): \"%s\"".formatted(state, said));
    }

    /** What the driver says, and why if it says so, without user, password, number of the connection and last stop. */
    private String said(SQLException e) {
        Throwable cause = e.getCause();
        String said = credentials.hiddenIn(e.getMessage());
        if (cause instanceof java.io.IOException && !said.contains(String.valueOf(cause.getMessage()))) {
            said = said + " " + cause.getClass().getSimpleName() + " " + credentials.hiddenIn(cause.getMessage());
        }
        return said.replaceFirst("^\\(conn=\\d+\\) ", "").replaceFirst("[.\\s]+$", "");
    }

    /** A refusal at the source. */
    InputRefusedException refused(String code, String chinese, String english) {
        return InputRefusedException.of(
                code, source.mapping() + " " + source.server().url(), chinese, english);
    }

    /** Whether the server knows no such table. */
    static boolean isTableUnknown(SQLException e) {
        String state = e.getSQLState();
        return "42P01".equals(state) || "42S02".equals(state) || "3F000".equals(state);
    }

    private String tls() {
        return source.server().tls().name().toLowerCase(Locale.ROOT);
    }

    private static boolean isAboutTls(SQLException e) {
        for (@Nullable Throwable cause = e; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
            if (cause instanceof javax.net.ssl.SSLException
                    || cause instanceof java.security.cert.CertificateException
                    || message.contains("ssl")
                    || message.contains("certificate")
                    || message.contains("hostnameverifier")) {
                return true;
            }
        }
        return false;
    }
}
