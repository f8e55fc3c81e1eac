package org.kontor.store.internal.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Properties;
import org.postgresql.Driver;

/** Opens connections to one database as one role, single ones and pools. */
final class Connections implements AutoCloseable {
    /** No transaction that writes is longer: readers of the change feed rely on it. */
    static final int MOST_WRITE_SECONDS = 20;

    private static final int MOST_READ_SECONDS = 60;
    private static final long IDLE_MILLIS = 60_000;
    private static final long LIFETIME_MILLIS = 30 * 60_000;
    private static final long CHECKOUT_MILLIS = 2_000;
    private static final String SOURCE = "Kontor";

    private final TeamOptions options;
    private final HikariDataSource readers;
    private final HikariDataSource writers;

    Connections(TeamOptions options) {
        this.options = options;
        HikariConfig reading = pool("kontor-read", options.readers(), MOST_READ_SECONDS);
        reading.setReadOnly(true);
        reading.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
        readers = new HikariDataSource(reading);
        HikariConfig writing = pool("kontor-write", options.writers(), MOST_WRITE_SECONDS);
        writing.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        writers = new HikariDataSource(writing);
    }

    private HikariConfig pool(String name, int size, int seconds) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setDriverClassName(Driver.class.getName());
        config.setJdbcUrl(url(options.address()));
        config.setDataSourceProperties(properties(options.login(), seconds));
        config.setAutoCommit(false);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(0);
        config.setIdleTimeout(IDLE_MILLIS);
        config.setMaxLifetime(LIFETIME_MILLIS);
        config.setConnectionTimeout(CHECKOUT_MILLIS);
        // The first call says what is wrong, not the constructor.
        config.setInitializationFailTimeout(-1);
        return config;
    }

    /** A connection for a transaction that reads one state. */
    Connection reader() throws SQLException {
        return from(readers);
    }

    /** A connection for a transaction that writes. */
    Connection writer() throws SQLException {
        return from(writers);
    }

    /** The pool says with no code that it got none in time; that is as good as no server. */
    private static Connection from(HikariDataSource pool) throws SQLException {
        try {
            return pool.getConnection();
        } catch (SQLTransientConnectionException e) {
            if (e.getSQLState() != null) {
                throw e;
            }
            throw new SQLTransientConnectionException(e.getMessage(), "08001", e);
        }
    }

    /** A connection outside the pools, on which every statement is a transaction. */
    Connection single() throws SQLException {
        return single(options);
    }

    /** The same before there are pools. */
    static Connection single(TeamOptions options) throws SQLException {
        Connection connection =
                new Driver().connect(url(options.address()), properties(options.login(), MOST_WRITE_SECONDS));
        if (connection == null) {
            throw new SQLException("not an address of PostgreSQL: " + options.address(), "08001");
        }
        return connection;
    }

    private static String url(TeamOptions.Address address) {
        return "jdbc:postgresql://" + address.hosts() + "/" + address.database();
    }

    private static Properties properties(TeamOptions.Login login, int seconds) {
        Properties properties = new Properties();
        properties.setProperty("user", login.role());
        properties.setProperty("password", login.password());
        properties.setProperty("currentSchema", Migrations.SCHEMA);
        properties.setProperty("ApplicationName", SOURCE);
        properties.setProperty("targetServerType", "primary");
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("loginTimeout", "10");
        properties.setProperty("tcpKeepAlive", "true");
        // A server that is gone without a word is noticed by this; the longest statement ends before.
        properties.setProperty("socketTimeout", String.valueOf(seconds + 10));
        // What a statement was about may hold personal data, and messages end up in logs.
        properties.setProperty("logServerErrorDetail", "false");
        properties.setProperty(
                "options",
                "-c statement_timeout=" + seconds + "s -c idle_in_transaction_session_timeout=" + seconds
                        + "s -c lock_timeout=" + seconds * 3 / 4 + "s");
        return properties;
    }

    @Override
    public void close() {
        readers.close();
        writers.close();
    }
}
