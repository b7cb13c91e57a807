package org.wenheng.ingest.source;

import java.util.Properties;
import org.wenheng.ingest.source.JdbcSource.Server;
import org.wenheng.ingest.source.JdbcSource.Timeouts;
import org.wenheng.ingest.source.JdbcSource.Tls;

/** What a driver is told besides the address, without user and password. */
public final class DriverProperties {
    /** A server that says nothing is given up this many seconds after the limit of a question. */
    private static final int SILENCE = 30;

    private DriverProperties() {}

    /** The properties of PostgreSQL's driver or MariaDB's. */
    public static Properties of(JdbcSource source) {
        Properties properties = new Properties();
        switch (source.server().dialect()) {
            case POSTGRESQL -> postgresql(properties, source.server(), source.timeouts());
            case MARIADB -> mariadb(properties, source.server(), source.timeouts());
        }
        return properties;
    }

    private static void postgresql(Properties properties, Server server, Timeouts timeouts) {
        properties.setProperty("ApplicationName", "wenheng");
        properties.setProperty("readOnly", "true");
        properties.setProperty("readOnlyMode", "always");
        // As text every value looks as the server shows it, on the clock of the session.
        properties.setProperty("binaryTransfer", "false");
        properties.setProperty("gssEncMode", "disable");
        properties.setProperty("connectTimeout", Integer.toString(timeouts.connect()));
        properties.setProperty("loginTimeout", Integer.toString(timeouts.connect()));
        properties.setProperty("socketTimeout", Integer.toString(timeouts.statement() + SILENCE));
        properties.setProperty(
                "sslmode",
                switch (server.tls()) {
                    case VERIFY -> "verify-full";
                    case TRUST -> "require";
                    case OFF -> "disable";
                });
        if (server.certificate() != null) {
            properties.setProperty("sslrootcert", server.certificate().toString());
        } else if (server.tls() == Tls.VERIFY) {
            properties.setProperty("sslfactory", "org.postgresql.ssl.DefaultJavaSSLFactory");
        }
    }

    private static void mariadb(Properties properties, Server server, Timeouts timeouts) {
        // What is stored, not what a driver makes of it: small numbers stay numbers, years stay years.
        properties.setProperty("tinyInt1isBit", "false");
        properties.setProperty("yearIsDateType", "false");
        // A server may ask this driver for files of this machine; it gets none.
        properties.setProperty("allowLocalInfile", "false");
        properties.setProperty("allowMultiQueries", "false");
        properties.setProperty("connectTimeout", Integer.toString(timeouts.connect() * 1000));
        properties.setProperty("socketTimeout", Integer.toString((timeouts.statement() + SILENCE) * 1000));
        properties.setProperty(
                "sslMode",
                switch (server.tls()) {
                    case VERIFY -> "verify-full";
                    case TRUST -> "trust";
                    case OFF -> "disable";
                });
        if (server.certificate() != null) {
            properties.setProperty("serverSslCert", server.certificate().toString());
        }
    }
}
