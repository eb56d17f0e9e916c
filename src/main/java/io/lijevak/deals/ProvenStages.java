package io.lijevak.deals;

import io.lijevak.process.DealTypes;
import io.lijevak.process.Missing;
import io.lijevak.process.Requirement;
import io.lijevak.process.Requirements;
import io.lijevak.process.StageId;
import io.lijevak.process.StageRequirements;
import io.lijevak.process.Subject;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.CurrentUsers;
import io.lijevak.users.PersonId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How far a deal is proven: the furthest stage before which every demand for evidence is fulfilled by facts, such as a
 * contact held, a file, an amount. A tick and a plan are claims and prove nothing.
 */
@Component
public class ProvenStages {
    /** Kinds of requirements that somebody's word fulfils. */
    static final Set<String> CLAIMS = Set.of("check", "nextStep");

    private final Deals deals;
    private final DealTypes types;
    private final StageRequirements demanded;
    private final Requirements requirements;

    /**
     * The stage where a deal is proven to be, beside the one where it is said to be.
     *
     * @param missing what keeps it from being proven further, empty when it is proven where it stands
     */
    public record Proof(StageId claimed, StageId proven, String provenName, List<Missing> missing) {
        public boolean isBehind() {
            return !claimed.equals(proven);
        }
    }

    ProvenStages(Deals deals, DealTypes types, StageRequirements demanded, Requirements requirements) {
        this.deals = deals;
        this.types = types;
        this.demanded = demanded;
        this.requirements = requirements;
    }

    /** The proof of a deal; empty where its type demands no evidence, and for a deal without a stage. */
    public Optional<Proof> of(DealId id, CurrentUser user) {
        var deal = deals.require(id);
        var claimed = deal.stage();
        if (claimed == null) {
            return Optional.empty();
        }
        var type = types.require(deal.type(), deal.stepsVersion());
        var evidence = demanded.of(type.id(), type.stepsVersion());
        if (evidence.values().stream().flatMap(List::stream).noneMatch(ProvenStages::isEvidence)) {
            return Optional.empty();
        }
        for (var step : type.steps()) {
            var missing = step.stage().equals(claimed)
                    ? List.<Missing>of()
                    : missing(evidence.getOrDefault(step.stage(), List.of()), id, user);
            if (step.stage().equals(claimed) || !missing.isEmpty()) {
                return Optional.of(new Proof(claimed, step.stage(), step.name(), missing));
            }
        }
        return Optional.empty();
    }

    private List<Missing> missing(List<Requirement> asked, DealId id, CurrentUser user) {
        var missing = new ArrayList<Missing>();
        for (var requirement : asked) {
            if (isEvidence(requirement)) {
                requirements
                        .kind(requirement.kind())
                        .missing(requirement, Subject.deal(id.value()), user)
                        .ifPresent(missing::add);
            }
        }
        return missing;
    }

    private static boolean isEvidence(Requirement requirement) {
        return !CLAIMS.contains(requirement.kind());
    }

    /** Writes beside deals how far they are proven. */
    @Component
    static class Kept {
        private final JdbcClient jdbc;
        private final ProvenStages proven;
        private final CurrentUsers users;

        Kept(JdbcClient jdbc, ProvenStages proven, CurrentUsers users) {
            this.jdbc = jdbc;
            this.proven = proven;
            this.users = users;
        }

        void refresh(List<Long> deals) {
            for (var id : deals) {
                reader(id).flatMap(user -> proven.of(new DealId(id), user)).ifPresent(proof -> write(id, proof));
            }
        }

        private void write(long id, Proof proof) {
            jdbc.sql("""
                    update deal set proven_stage_id = :stage
                    where id = :id and proven_stage_id is distinct from :stage""").param("stage", proof.proven().value()).param("id", id).update();
        }

        /** In whose eyes: the facts are the same for all, what could be done about them is not asked here. */
        private Optional<CurrentUser> reader(long id) {
            return jdbc.sql("""
                    select coalesce(d.responsible_id, (
                      select min(p.id) from person p where p.role = 'ADMINISTRATOR' and p.deactivated_at is null))
                    from deal d where d.id = :id""")
                    .param("id", id)
                    .query(Long.class)
                    .optional()
                    .flatMap(person -> users.find(new PersonId(person)));
        }
    }
}
