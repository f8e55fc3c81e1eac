package org.kontor.store.internal.sql;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kontor.api.id.Id;

/** Sets the parameters of a statement one after the other. */
public final class Bind {
    private final PreparedStatement statement;
    private final Dialect dialect;
    private int position;

    Bind(PreparedStatement statement, Dialect dialect) {
        this.statement = statement;
        this.dialect = dialect;
    }

    /** Sets an id. */
    public Bind id(Id id) throws SQLException {
        return number(id.value());
    }

    /** Sets an id or null. */
    public Bind idOrNull(@Nullable Id id) throws SQLException {
        return numberOrNull(id == null ? null : id.value());
    }

    /** Sets an id, 0 for null. */
    public Bind idOrZero(@Nullable Id id) throws SQLException {
        return number(id == null ? 0 : id.value());
    }

    /** Sets a number. */
    public Bind number(long number) throws SQLException {
        statement.setLong(++position, number);
        return this;
    }

    /** Sets a number or null. */
    public Bind numberOrNull(@Nullable Long number) throws SQLException {
        if (number == null) {
            statement.setNull(++position, Types.BIGINT);
            return this;
        }
        return number(number);
    }

    /** Sets a fraction or null. */
    public Bind fractionOrNull(@Nullable Double number) throws SQLException {
        if (number == null) {
            statement.setNull(++position, Types.DOUBLE);
        } else {
            statement.setDouble(++position, number);
        }
        return this;
    }

    /** Sets 0 or 1. */
    public Bind truth(boolean truth) throws SQLException {
        return number(truth ? 1 : 0);
    }

    /** Sets a text. */
    public Bind text(String text) throws SQLException {
        statement.setString(++position, dialect.textIn(text));
        return this;
    }

    /** Sets a text or null. */
    public Bind textOrNull(@Nullable String text) throws SQLException {
        if (text == null) {
            statement.setNull(++position, Types.VARCHAR);
            return this;
        }
        return text(text);
    }

    /** Sets the name of a constant. */
    public Bind name(Enum<?> constant) throws SQLException {
        return text(constant.name());
    }

    /** Sets the name of a constant or null. */
    public Bind nameOrNull(@Nullable Enum<?> constant) throws SQLException {
        return textOrNull(constant == null ? null : constant.name());
    }

    /** Sets bytes or null. */
    public Bind bytes(byte @Nullable [] bytes) throws SQLException {
        if (bytes == null) {
            statement.setNull(++position, Types.VARBINARY);
        } else {
            statement.setBytes(++position, bytes);
        }
        return this;
    }

    /** Sets a time. */
    public Bind time(Instant at) throws SQLException {
        return number(Times.number(at));
    }

    /** Sets a time or null. */
    public Bind timeOrNull(@Nullable Instant at) throws SQLException {
        return numberOrNull(at == null ? null : Times.number(at));
    }

    /** Sets a time, "never" for null. */
    public Bind timeOrNever(@Nullable Instant at) throws SQLException {
        return number(at == null ? Times.NEVER : Times.number(at));
    }

    /** Sets a short list of texts. */
    public Bind lines(List<String> texts) throws SQLException {
        return text(Lines.join(texts));
    }

    /** Sets the one parameter of {@link Dialect#anyNumber}. */
    public Bind numbers(long[] numbers) throws SQLException {
        dialect.bindNumbers(statement, ++position, numbers);
        return this;
    }

    /** Sets the one parameter of {@link Dialect#anyText}. */
    public Bind texts(List<String> texts) throws SQLException {
        dialect.bindTexts(statement, ++position, texts);
        return this;
    }
}
