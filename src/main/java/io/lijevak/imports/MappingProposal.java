package io.lijevak.imports;

import io.lijevak.imports.ColumnProfile.Content;
import io.lijevak.properties.Property;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Proposes targets by heading and content: the surest pair first, each single field once. */
final class MappingProposal {
    private static final double SURE_ENOUGH = 0.5;
    private static final Pattern DATE_WORDS = Pattern.compile(
            "\\b(?:date|datum|on|at|дата|entered|ulaska|u fazi|этапа)\\b", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Set<Field> DATES = EnumSet.of(Field.OPENED, Field.CLOSED, Field.EXPECTED_CLOSE);
    private static final Set<Field> NUMBERS = EnumSet.of(Field.AMOUNT, Field.PRICE);

    private final ImportKind kind;
    private final List<String> columns;
    private final List<ColumnProfile> profiles;
    private final PropertyProposal proposal;
    private final Map<Integer, Property> headed;

    private record Candidate(int column, Field field, double score) {}

    MappingProposal(ImportKind kind, List<String> columns, List<ColumnProfile> profiles, List<Property> properties) {
        this.kind = kind;
        this.columns = columns;
        this.profiles = profiles;
        this.proposal = new PropertyProposal(columns, profiles, properties);
        this.headed = proposal.headed();
    }

    Mapping mapping() {
        var chosen = choose();
        stagesKeptAsStatus(chosen);
        var targets = new LinkedHashMap<String, String>();
        for (int i = 0; i < columns.size(); i++) {
            var stage = stageOfDate(i, chosen);
            if (headed.get(i) instanceof Property property) {
                targets.put(columns.get(i), PropertyTargets.target(property));
            } else if (stage != null) {
                targets.put(columns.get(i), new Target(Field.STAGE_DATE, stage).toString());
            } else if (chosen.containsKey(i)) {
                targets.put(columns.get(i), Target.of(chosen.get(i)).toString());
            }
        }
        proposal.shown(column -> !targets.containsKey(columns.get(column)))
                .forEach((column, property) -> targets.put(columns.get(column), PropertyTargets.target(property)));
        return new Mapping(targets);
    }

    private Map<Integer, Field> choose() {
        var candidates = new ArrayList<Candidate>();
        for (int i = 0; i < columns.size(); i++) {
            for (var field : kind.fields()) {
                var score = score(i, field);
                if (score >= SURE_ENOUGH) {
                    candidates.add(new Candidate(i, field, score));
                }
            }
        }
        candidates.sort(Comparator.comparingDouble(Candidate::score)
                .reversed()
                .thenComparing(Candidate::field)
                .thenComparingInt(Candidate::column));
        var chosen = new LinkedHashMap<Integer, Field>();
        for (var candidate : candidates) {
            var free = candidate.field().isSeveral() || !chosen.containsValue(candidate.field());
            if (free && !chosen.containsKey(candidate.column())) {
                chosen.put(candidate.column(), candidate.field());
            }
        }
        return chosen;
    }

    private double score(int column, Field field) {
        if (field.isNamed() || headed.containsKey(column)) {
            return 0;
        }
        var profile = profiles.get(column);
        var likeness = Headings.likeness(kind, field, columns.get(column));
        if (likeness > 0 && profile.filled() > 0 && contradicts(field, profile)) {
            return 0;
        }
        return Math.max(likeness, byContent(column, field, profile));
    }

    private static boolean contradicts(Field field, ColumnProfile profile) {
        if (DATES.contains(field)) {
            return !profile.is(Content.DATE, 0.5) && !profile.is(Content.NUMBER, 0.9);
        }
        if (NUMBERS.contains(field)) {
            return !profile.is(Content.NUMBER, 0.5);
        }
        return switch (field) {
            case EMAIL -> !profile.is(Content.EMAIL, 0.2);
            case NAME, TITLE, CUSTOMER, PRODUCT, RESPONSIBLE, STAGE -> profile.is(Content.DATE, 0.5);
            case NOTE -> profile.is(Content.DATE, 0.9);
            default -> false;
        };
    }

    private double byContent(int column, Field field, ColumnProfile profile) {
        return switch (field) {
            case EMAIL -> profile.is(Content.EMAIL, 0.7) ? 0.6 : 0;
            case PHONE -> profile.is(Content.PHONE, 0.8) && !isFax(column) ? 0.55 : 0;
            case TAX_NUMBER, CUSTOMER_TAX_NUMBER -> profile.is(Content.TAX_NUMBER, 0.7) ? 0.6 : 0;
            case CUSTOMER -> profile.is(Content.NAME_WITH_TAX_NUMBER, 0.7) ? 0.6 : 0;
            case CITY -> profile.is(Content.POSTCODE_TOWN, 0.7) ? 0.6 : 0;
            case PARENT ->
                Headings.fold(columns.get(column)).chars().noneMatch(Character::isLetter)
                                && profile.is(Content.TEXT, 0.9)
                        ? 0.5
                        : 0;
            default -> 0;
        };
    }

    private boolean isFax(int column) {
        return Headings.fold(columns.get(column)).matches(".*\\b(fax|faks|телефакс|факс)\\b.*");
    }

    /** A status column whose words are mostly no outcomes lists stages. */
    private void stagesKeptAsStatus(Map<Integer, Field> chosen) {
        if (chosen.containsValue(Field.STAGE)) {
            return;
        }
        chosen.replaceAll((column, field) ->
                field == Field.OUTCOME && isMostlyStages(profiles.get(column)) ? Field.STAGE : field);
    }

    private static boolean isMostlyStages(ColumnProfile profile) {
        var words = profile.distinct().keySet();
        return words.stream().filter(word -> OutcomeWords.read(word).isEmpty()).count() * 2 > words.size();
    }

    /** The stage whose date the column holds: {@code engage_date} of {@code Engaging}, {@code Offer date} of {@code Offer}. */
    private @Nullable String stageOfDate(int column, Map<Integer, Field> chosen) {
        if (kind != ImportKind.DEALS || !profiles.get(column).is(Content.DATE, 0.5)) {
            return null;
        }
        var field = chosen.get(column);
        if (field != null && Headings.likeness(kind, field, columns.get(column)) == 1) {
            return null;
        }
        var folded = Headings.fold(columns.get(column));
        var bare = DATE_WORDS.matcher(folded).replaceAll(" ").strip();
        if (bare.isEmpty() || bare.equals(folded)) {
            return null;
        }
        return chosen.entrySet().stream()
                .filter(entry -> entry.getValue() == Field.STAGE)
                .flatMap(entry -> profiles.get(entry.getKey()).distinct().keySet().stream())
                .filter(word -> OutcomeWords.read(word).isEmpty() && isSameStem(Headings.fold(word), bare))
                .findFirst()
                .orElse(null);
    }

    private static boolean isSameStem(String stage, String word) {
        var common = 0;
        while (common < Math.min(stage.length(), word.length()) && stage.charAt(common) == word.charAt(common)) {
            common++;
        }
        return stage.equals(word) || (common >= 4 && common >= 0.6 * Math.max(stage.length(), word.length()));
    }
}
