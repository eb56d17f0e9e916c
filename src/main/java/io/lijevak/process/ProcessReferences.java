package io.lijevak.process;

import io.lijevak.platform.Company;
import io.lijevak.platform.CompanyFounded;
import io.lijevak.platform.web.Texts;
import io.lijevak.process.DealTypeDraft.StepDraft;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gives a new company the nine predefined stages and three deal types to begin with, in its language. */
@Component
class ProcessReferences {
    private static final List<Beginning> STAGES = List.of(
            new Beginning("evaluation", 5, 10),
            new Beginning("preparation", 5, 20),
            new Beginning("presentation", 7, 30),
            new Beginning("offer", 7, 45),
            new Beginning("decision", 14, 60),
            new Beginning("contract", 10, 80),
            new Beginning("payment", 10, 90),
            new Beginning("shipment", 14, 95),
            new Beginning("closing", 5, 98));
    private final JdbcClient jdbc;
    private final StepVersions versions;
    private final Texts texts;
    private final TypicalDemands demands;
    private final WriteStepRules rules;

    private record Beginning(String key, int normDays, int probability) {}

    ProcessReferences(
            JdbcClient jdbc, StepVersions versions, Texts texts, TypicalDemands demands, WriteStepRules rules) {
        this.jdbc = jdbc;
        this.versions = versions;
        this.texts = texts;
        this.demands = demands;
        this.rules = rules;
    }

    @EventListener
    void on(CompanyFounded founded) {
        var steps = STAGES.stream()
                .map(stage -> new StepDraft(addStage(stage, founded.company()), stage.normDays(), stage.probability()))
                .toList();
        versions.write(addType(1, "standard", DealMode.MANUAL, true, founded.company()), 1, steps, null);
        var typical = addType(2, "typical", DealMode.AUTOMATIC, true, founded.company());
        versions.write(typical, 1, steps, null);
        for (int place = 0; place < STAGES.size(); place++) {
            rule(typical, steps.get(place).stage(), STAGES.get(place).key(), founded.company());
        }
        versions.write(addType(3, "simple", DealMode.NON_PROCESS, true, founded.company()), 1, List.of(), null);
    }

    private void rule(DealTypeId type, StageId stage, String key, Company company) {
        var instruction = texts.get(company.language(), "process.seed." + key + ".description");
        var demanded = demands.of(key, company.language());
        rules.write(type, 1, stage, new StepRules(null, instruction, demanded));
    }

    private StageId addStage(Beginning stage, Company company) {
        var place = STAGES.indexOf(stage) + 1;
        return new StageId(jdbc.sql("""
                        insert into stage (name, description, position, predefined)
                        values (:name, :description, :position, :key) returning id""")
                .param("name", texts.get(company.language(), "process.seed." + stage.key()))
                .param("description", texts.get(company.language(), "process.seed." + stage.key() + ".description"))
                .param("position", place)
                .param("key", stage.key())
                .query(Long.class)
                .single());
    }

    private DealTypeId addType(int place, String key, DealMode mode, boolean useAllowed, Company company) {
        return new DealTypeId(jdbc.sql("""
                        insert into deal_type (name, mode, use_allowed, position)
                        values (:name, :mode, :use, :position) returning id""")
                .param("name", texts.get(company.language(), "process.seed.type." + key))
                .param("mode", mode.name())
                .param("use", useAllowed)
                .param("position", place)
                .query(Long.class)
                .single());
    }
}
