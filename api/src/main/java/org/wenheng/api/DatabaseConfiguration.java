package org.wenheng.api;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.wenheng.analytics.mart.LocalPostgres;
import org.wenheng.analytics.mart.MartDatabase;

/** Where the mart is: any PostgreSQL by its address, or else the one that comes with the product. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseConfiguration.Address.class)
class DatabaseConfiguration {
    private static final int CONNECTIONS = 8;

    /**
     * Where the database is.
     *
     * @param url {@code jdbc:postgresql://…}; without it the PostgreSQL that comes with the product is used
     * @param user role in that PostgreSQL
     * @param passwordFile file whose first line is the password of the role
     * @param folder data directory of the PostgreSQL that comes with the product
     * @param port port of the PostgreSQL that comes with the product
     */
    @ConfigurationProperties("wenheng.database")
    record Address(
            @Nullable String url,
            @Nullable String user,
            @Nullable Path passwordFile,
            @Nullable Path folder,
            @DefaultValue("" + LocalPostgres.DEFAULT_PORT) int port) {}

    @Bean
    MartDatabase martDatabase(Address address) {
        if (address.url() == null) {
            Path home = Path.of(System.getProperty("wenheng.home", "."));
            Path folder = address.folder() == null ? home.resolve("work/postgres") : address.folder();
            return MartDatabase.local(folder, address.port());
        }
        if (address.user() == null || address.passwordFile() == null) {
            throw new IllegalStateException("wenheng.database.url 需要同时给出 user 和 password-file"
                    + " / wenheng.database.url needs wenheng.database.user and wenheng.database.password-file");
        }
        return MartDatabase.at(address.url(), address.user(), address.passwordFile());
    }

    /** Read-only connections, so that no page can change what was published. */
    @Bean
    DataSource dataSource(MartDatabase database) {
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("mart");
        pool.setJdbcUrl(database.url());
        pool.setUsername(database.reader().user());
        pool.setPassword(database.reader().password());
        pool.setReadOnly(true);
        pool.setMinimumIdle(1);
        pool.setMaximumPoolSize(CONNECTIONS);
        return new HikariDataSource(pool);
    }
}
