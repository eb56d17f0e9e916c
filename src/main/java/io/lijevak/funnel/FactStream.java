package io.lijevak.funnel;

import io.lijevak.funnel.FactRow.UnfitFacts;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * Rows of a query in PostgreSQL's binary copy format, which costs a tenth of a result set. Fields are read in their
 * order; what is null is {@link Numbers#UNKNOWN}.
 */
final class FactStream {
    private static final int HEADER = 19;
    private static final long SECONDS_TO_2000 = 946_684_800;
    private static final short NEGATIVE = 0x4000;
    private static final short NO_NUMBER = (short) 0xC000;
    private static final int NUMERIC_BASE = 10_000;
    private ByteBuffer row = ByteBuffer.allocate(0);

    private FactStream() {}

    /**
     * Reads every row; the reader takes its fields. What one that fails leaves is read to its end: a connection in the
     * midst of a copy takes nothing else, and to cancel it races with its end.
     */
    static void read(Connection connection, String copy, Consumer<FactStream> reader) throws SQLException {
        var stream = new FactStream();
        var out = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(copy);
        try {
            stream.read(out, reader);
        } finally {
            while (out.isActive()) {
                out.readFromCopy();
            }
        }
    }

    private void read(CopyOut out, Consumer<FactStream> reader) throws SQLException {
        var isFirst = true;
        for (var message = out.readFromCopy(); message != null; message = out.readFromCopy()) {
            row = ByteBuffer.wrap(message);
            if (isFirst) {
                row.position(HEADER);
                isFirst = false;
            }
            while (row.hasRemaining() && row.getShort() > 0) {
                reader.accept(this);
            }
        }
    }

    long number() {
        var length = row.getInt();
        return switch (length) {
            case -1 -> Numbers.UNKNOWN;
            case Integer.BYTES -> row.getInt();
            default -> row.getLong();
        };
    }

    /** The first letter of a text that is never null. */
    char letter() {
        var length = row.getInt();
        var first = (char) row.get();
        row.position(row.position() + length - 1);
        return first;
    }

    /** The first two letters of a text that has them, the first in the higher byte. */
    int letters() {
        var length = row.getInt();
        var first = row.getShort();
        row.position(row.position() + length - 2);
        return first;
    }

    /** The bytes of a field, none where it is null. */
    ByteBuffer bytes() {
        var length = Math.max(0, row.getInt());
        var bytes = row.slice(row.position(), length);
        row.position(row.position() + length);
        return bytes;
    }

    /** Microseconds since 1970. */
    long moment() {
        var micros = number();
        return micros == Numbers.UNKNOWN ? micros : micros + SECONDS_TO_2000 * 1_000_000;
    }

    /** An amount of two decimals, in minor units. */
    long amount() {
        return amountUnless(Numbers.UNKNOWN);
    }

    /** An amount of two decimals in minor units, null meaning the given one; no number is {@link Numbers#UNKNOWN}. */
    long amountUnless(long same) {
        if (row.getInt() < 0) {
            return same;
        }
        var digits = row.getShort();
        var weight = row.getShort();
        var sign = row.getShort();
        row.getShort();
        if (sign == NO_NUMBER) {
            return Numbers.UNKNOWN;
        }
        if (sign != 0 && sign != NEGATIVE) {
            throw new UnfitFacts("an amount is infinite");
        }
        var minor = 0L;
        for (var i = 0; i < digits; i++) {
            minor = Math.addExact(minor, minor(row.getShort(), weight - i));
        }
        return sign == 0 ? minor : -minor;
    }

    /** What a digit of base 10000 is worth in hundredths. */
    private static long minor(long digit, int power) {
        var worth = power < 0 ? digit / 100 : digit * 100;
        for (var i = 0; i < power; i++) {
            worth = Math.multiplyExact(worth, NUMERIC_BASE);
        }
        return worth;
    }
}
