package io.lijevak;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Counts the SQL statements, and the rows they give, of whatever runs on this thread; a MockMvc request does. Outside
 * {@link #count} connections are handed on as they are.
 */
public final class StatementCounter implements BeanPostProcessor {
    private static final ThreadLocal<List<Counted>> COUNTING = new ThreadLocal<>();

    /** One executed statement and the rows that were read from its result. */
    public static final class Counted {
        private final String sql;
        private final String bound;
        private int rows;

        Counted(String sql, String bound) {
            this.sql = sql;
            this.bound = bound;
        }

        /** The statement with its values in their places, so that it can be executed once more. */
        public String bound() {
            return bound;
        }

        public String sql() {
            return sql;
        }

        public int rows() {
            return rows;
        }

        @Override
        public String toString() {
            return rows + " rows: " + sql.replaceAll("\\s+", " ");
        }
    }

    /** Runs the work and gives the statements it executed, in their order. */
    public static List<Counted> count(Callable<?> work) throws Exception {
        var counted = new ArrayList<Counted>();
        COUNTING.set(counted);
        try {
            work.call();
        } finally {
            COUNTING.remove();
        }
        return counted;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source && !(bean instanceof Counting) ? new Counting(source) : bean;
    }

    private static final class Counting extends DelegatingDataSource {
        Counting(DataSource source) {
            super(source);
        }

        @Override
        public Connection getConnection() throws SQLException {
            var connection = super.getConnection();
            var counted = COUNTING.get();
            return counted == null
                    ? connection
                    : proxy(Connection.class, (self, method, arguments) -> {
                        var result = call(connection, method, arguments);
                        return result instanceof Statement statement
                                ? counting(statement, method, arguments, counted)
                                : result;
                    });
        }
    }

    private static Object counting(Statement statement, Method made, Object[] madeWith, List<Counted> counted) {
        var type = made.getReturnType();
        return proxy(type, (self, method, arguments) -> {
            if (!method.getName().startsWith("execute")) {
                var result = call(statement, method, arguments);
                var isResult = method.getName().equals("getResultSet") && !counted.isEmpty();
                return isResult ? counting((ResultSet) result, counted.getLast()) : result;
            }
            var sql = arguments != null && arguments.length > 0 ? arguments[0] : madeWith[0];
            var entry = new Counted(String.valueOf(sql), statement.toString().replaceFirst("^\\S+ wrapping ", ""));
            counted.add(entry);
            var result = call(statement, method, arguments);
            return result instanceof ResultSet rows ? counting(rows, entry) : result;
        });
    }

    private static Object counting(ResultSet rows, Counted entry) {
        return rows == null
                ? null
                : proxy(ResultSet.class, (self, method, arguments) -> {
                    var result = call(rows, method, arguments);
                    if (method.getName().equals("next") && Boolean.TRUE.equals(result)) {
                        entry.rows++;
                    }
                    return result;
                });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(StatementCounter.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
