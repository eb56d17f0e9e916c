package io.lijevak.imports;

import io.lijevak.platform.SearchText;
import io.lijevak.users.Action;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns names in rows into records: exactly, by decision, by a near name, by creating; what is left is an error. */
final class References {
    private static final int MOST_FINDINGS = 200;
    private static final double NOT_ENOUGH = 0.89;
    private final Job job;
    private final ReferenceRows rows;
    private final Map<Ref.Type, Map<String, Known>> known = new EnumMap<>(Ref.Type.class);
    private final Map<Ref.Type, List<Candidate>> candidates = new EnumMap<>(Ref.Type.class);
    private final Map<String, Finding> findings = new LinkedHashMap<>();
    private final CustomerNames customers;
    private long pseudo;

    /** A record that has the name; {@code id} is {@link KeyIndex#SEVERAL} for several. */
    record Known(long id, String name) {}

    private record Candidate(Known known, Likeness.Spelling spelling) {
        static Candidate of(Known known) {
            return new Candidate(known, Likeness.Spelling.of(known.name()));
        }
    }

    private record Near(Known known, double score) {}

    private static final class Finding {
        private final Ref ref;
        private final @Nullable Near near;
        private final String becomes;
        private int rows;

        Finding(Ref ref, @Nullable Near near, String becomes) {
            this.ref = ref;
            this.near = near;
            this.becomes = becomes;
        }
    }

    References(Job job, ReferenceRows rows, CustomerNames customers) {
        this.job = job;
        this.rows = rows;
        this.customers = customers;
    }

    /** The record's id, negative when the run would create it; null when there is none, which is then a problem. */
    @Nullable
    Long resolve(Ref ref, Draft draft) {
        var exact = exact(ref);
        if (exact == KeyIndex.SEVERAL) {
            draft.problem(RowProblem.error(ref.column(), "several", ref.name()));
            return null;
        }
        if (exact != KeyIndex.NONE) {
            count(ref);
            return exact;
        }
        return missing(ref, draft);
    }

    private @Nullable Long missing(Ref ref, Draft draft) {
        var decided = job.options().decided(ref.type().code(), ref.name());
        var near = decided == null ? nearest(ref) : decided.isEmpty() ? null : decided(ref, decided);
        var accepted = near != null
                && (decided != null || near.score() >= job.options().near());
        var becomes = accepted ? "near" : mayCreate(ref) ? "new" : "error";
        found(ref, near, becomes);
        if (accepted) {
            var id = Objects.requireNonNull(near).known().id();
            remember(ref, id);
            return id;
        }
        if (becomes.equals("error")) {
            draft.problem(RowProblem.error(
                    ref.column(),
                    "unknown",
                    ref.name(),
                    near == null ? "empty" : near.known().name()));
            return null;
        }
        var id = job.writes() ? rows.create(ref, job) : --pseudo;
        remember(ref, id);
        return id;
    }

    private boolean mayCreate(Ref ref) {
        var user = job.user();
        return job.options().creates()
                && switch (ref.type()) {
                    case PERSON, TEAM -> user.may(io.lijevak.users.Resource.PEOPLE, Action.CREATE);
                    case PRODUCT, PRODUCT_GROUP -> user.may(io.lijevak.users.Resource.PRODUCT, Action.CREATE);
                    case CUSTOMER -> user.may(io.lijevak.users.Resource.CUSTOMER, Action.CREATE);
                    case CUSTOMER_SOURCE, CATEGORY, LOSS_REASON, COMPETITOR -> true;
                };
    }

    private long exact(Ref ref) {
        if (ref.type() == Ref.Type.CUSTOMER) {
            return customers.find(ref);
        }
        var record = directory(ref.type()).get(key(ref));
        return record == null ? KeyIndex.NONE : record.id();
    }

    /** Makes the name known, so that later rows find the same record. */
    void remember(Ref ref, long id) {
        if (ref.type() == Ref.Type.CUSTOMER) {
            customers.remember(ref, id);
        } else {
            directory(ref.type()).put(key(ref), new Known(id, ref.name()));
        }
    }

    private @Nullable Near nearest(Ref ref) {
        var wanted = Likeness.Spelling.of(ref.name());
        Near best = null;
        var tied = false;
        for (var candidate : candidates(ref)) {
            var score = score(ref, wanted, candidate);
            if (score >= 0.75 && (best == null || score >= best.score())) {
                tied = best != null
                        && score == best.score()
                        && candidate.known().id() != best.known().id();
                best = new Near(candidate.known(), score);
            }
        }
        // Two equally near records: neither is the one meant.
        return tied && best != null ? new Near(best.known(), Math.min(best.score(), NOT_ENOUGH)) : best;
    }

    /** Records there were before the import, so that a check finds what the run will. */
    private List<Candidate> candidates(Ref ref) {
        return ref.type() == Ref.Type.CUSTOMER
                ? customers.alike(ref).stream().map(Candidate::of).toList()
                : candidates.getOrDefault(ref.type(), List.of());
    }

    private static double score(Ref ref, Likeness.Spelling wanted, Candidate candidate) {
        var score = Likeness.of(wanted, candidate.spelling());
        // A slip in a person's or company's name makes another person or company.
        var exactLetters = ref.type() == Ref.Type.PERSON || ref.type() == Ref.Type.CUSTOMER;
        return exactLetters && score < Likeness.SAME_BUT_LEGAL_FORM ? Math.min(score, NOT_ENOUGH) : score;
    }

    private @Nullable Near decided(Ref ref, String name) {
        var meant = new Ref(ref.type(), name, "", ref.column());
        var id = exact(meant);
        return id > 0 ? new Near(new Known(id, name), 1) : null;
    }

    private Map<String, Known> directory(Ref.Type type) {
        return known.computeIfAbsent(type, t -> {
            var byName = new HashMap<String, Known>();
            var all = rows.all(t);
            candidates.put(t, all.stream().map(Candidate::of).toList());
            all.forEach(record -> byName.merge(
                    SearchText.fold(record.name()), record, (one, other) -> new Known(KeyIndex.SEVERAL, one.name())));
            return byName;
        });
    }

    private static String key(Ref ref) {
        var folded = SearchText.fold(ref.name());
        return folded.isEmpty() ? ref.name() : folded;
    }

    private void count(Ref ref) {
        var finding = findings.get(ref.type() + ref.name());
        if (finding != null) {
            finding.rows++;
        }
    }

    private void found(Ref ref, @Nullable Near near, String becomes) {
        if (findings.size() < MOST_FINDINGS || near != null && findings.size() < 2 * MOST_FINDINGS) {
            findings.computeIfAbsent(ref.type() + ref.name(), k -> new Finding(ref, near, becomes)).rows++;
        }
    }

    /** Names that no record has exactly, near ones first. */
    List<Findings.Name> findings() {
        var names = new ArrayList<Findings.Name>();
        for (var finding : findings.values()) {
            var near = finding.near;
            names.add(new Findings.Name(
                    finding.ref.type().code(),
                    finding.ref.name(),
                    finding.rows,
                    near == null ? null : near.known().name(),
                    near == null ? 0 : Math.round(near.score() * 100) / 100.0,
                    finding.becomes));
        }
        names.sort(java.util.Comparator.comparing(name -> name.near() == null));
        return names;
    }
}
