package io.lijevak;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import io.lijevak.Sources.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** SQL is written, never glued: its text holds constants of ours alone, every value is bound. */
class SqlTests {
    private static final Set<String> RUNS_SQL = Set.of("sql", "prepareStatement", "execute", "resultQuery", "fetch");

    @Test
    void sqlTextIsMadeOfConstants() {
        var problems = new ArrayList<String>();
        Sources.units().forEach(unit -> new Statements(unit, problems).scan(unit.tree(), null));

        assertThat(problems)
                .as("SQL text made of something else than literals, CONSTANTS, Reach.sql(\"column\"):"
                        + " bind the value, or compose the query with the jOOQ DSL")
                .isEmpty();
    }

    @Test
    void streamsOfRowsAreClosed() {
        var problems = new ArrayList<String>();
        Sources.units()
                .forEach(unit -> new TreeScanner<Void, Void>() {
                    @Override
                    public Void visitMemberSelect(MemberSelectTree chained, Void nothing) {
                        if (isCall(chained.getExpression(), "stream")
                                && isCall(receiver(chained.getExpression()), "query")) {
                            problems.add(unit.at(chained));
                        }
                        return super.visitMemberSelect(chained, nothing);
                    }
                }.scan(unit.tree(), null));

        assertThat(problems)
                .as("query(…).stream() keeps its connection until it is closed: use list().stream(),"
                        + " or open it in a try")
                .isEmpty();
    }

    private static boolean isCall(ExpressionTree expression, String name) {
        return expression instanceof MethodInvocationTree call
                && call.getMethodSelect() instanceof MemberSelectTree select
                && select.getIdentifier().contentEquals(name);
    }

    private static ExpressionTree receiver(ExpressionTree call) {
        return ((MemberSelectTree) ((MethodInvocationTree) call).getMethodSelect()).getExpression();
    }

    private static final class Statements extends TreeScanner<Void, Void> {
        private final Unit unit;
        private final List<String> problems;
        private final Map<String, ExpressionTree> variables = new HashMap<>();

        Statements(Unit unit, List<String> problems) {
            this.unit = unit;
            this.problems = problems;
        }

        @Override
        public Void visitVariable(VariableTree variable, Void nothing) {
            if (variable.getInitializer() != null) {
                variables.put(variable.getName().toString(), variable.getInitializer());
            }
            return super.visitVariable(variable, nothing);
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
            if (call.getMethodSelect() instanceof MemberSelectTree select
                    && RUNS_SQL.contains(select.getIdentifier().toString())
                    && !call.getArguments().isEmpty()
                    && looksLikeText(call.getArguments().getFirst())
                    && !isConstant(call.getArguments().getFirst())) {
                problems.add(unit.at(call));
            }
            return super.visitMethodInvocation(call, nothing);
        }

        private boolean looksLikeText(ExpressionTree argument) {
            return argument instanceof BinaryTree
                    || argument instanceof ConditionalExpressionTree
                    || argument instanceof MethodInvocationTree call && isFormatted(call)
                    || argument instanceof IdentifierTree name && variables.containsKey(name.toString());
        }

        private boolean isConstant(ExpressionTree expression) {
            return switch (expression) {
                case LiteralTree literal -> true;
                case ParenthesizedTree inner -> isConstant(inner.getExpression());
                case BinaryTree sum -> isConstant(sum.getLeftOperand()) && isConstant(sum.getRightOperand());
                case ConditionalExpressionTree choice ->
                    isConstant(choice.getTrueExpression()) && isConstant(choice.getFalseExpression());
                case IdentifierTree name ->
                    isUpperCase(name.toString())
                            || variables.containsKey(name.toString()) && isConstant(variables.get(name.toString()));
                case MemberSelectTree member ->
                    isUpperCase(member.getIdentifier().toString());
                case MethodInvocationTree call -> isConstantCall(call);
                default -> false;
            };
        }

        /** {@code "…".formatted(constants)}, or a fragment that its owner makes of constants, such as Reach.sql. */
        private boolean isConstantCall(MethodInvocationTree call) {
            if (isFormatted(call)) {
                var receiver = ((MemberSelectTree) call.getMethodSelect()).getExpression();
                return isConstant(receiver) && call.getArguments().stream().allMatch(this::isConstant);
            }
            return call.getMethodSelect() instanceof MemberSelectTree select
                    && Set.of("sql", "collation", "enquoteLiteral", "enquoteIdentifier")
                            .contains(select.getIdentifier().toString());
        }

        private static boolean isFormatted(MethodInvocationTree call) {
            return call.getMethodSelect() instanceof MemberSelectTree select
                    && select.getIdentifier().contentEquals("formatted");
        }

        private static boolean isUpperCase(String name) {
            return name.equals(name.toUpperCase(Locale.ROOT));
        }
    }
}
