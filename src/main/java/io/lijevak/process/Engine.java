package io.lijevak.process;

import io.lijevak.platform.Conflict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.flowable.common.engine.api.FlowableObjectNotFoundException;
import org.flowable.common.engine.api.FlowableOptimisticLockingException;
import org.flowable.engine.HistoryService;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.RepositoryService;
import org.flowable.engine.RuntimeService;
import org.flowable.engine.TaskService;
import org.flowable.engine.migration.ActivityMigrationMapping;

/** The one place that talks to the process engine, always within a transaction of ours. */
class Engine {
    private final Supplier<ProcessEngine> engine;

    Engine(Supplier<ProcessEngine> engine) {
        this.engine = engine;
    }

    /** A node where the engine waits to be told that it is done. */
    record Wait(String node, String task) {}

    /** Deploys what was generated from a route of ours; gives the identity of the definition. */
    String deploy(String key, byte[] generated) {
        var deployment = repository()
                .createDeployment()
                .addBytes(key + ".bpmn20.xml", generated)
                .deploy();
        return repository()
                .createProcessDefinitionQuery()
                .deploymentId(deployment.getId())
                .singleResult()
                .getId();
    }

    /** Starts an instance at a start event; gives its identity. */
    String start(String definition, String startEvent, Map<String, Object> choices) {
        return runtime()
                .createProcessInstanceBuilder()
                .processDefinitionId(definition)
                .startEventId(startEvent)
                .transientVariables(choices)
                .start()
                .getId();
    }

    /** Completes a task; refuses when somebody else was faster. */
    void complete(String task, Map<String, Object> choices) {
        try {
            tasks().complete(task, Map.of(), choices);
        } catch (FlowableObjectNotFoundException | FlowableOptimisticLockingException faster) {
            throw new Conflict("platform.error.stale");
        }
    }

    /** Ends an instance without reaching an end. */
    void cancel(String instance, String reason) {
        if (runtime().createProcessInstanceQuery().processInstanceId(instance).count() > 0) {
            runtime().deleteProcessInstance(instance, reason);
        }
    }

    /** Leaves no trace of an instance. */
    void forget(String instance) {
        cancel(instance, "removed");
        if (history()
                        .createHistoricProcessInstanceQuery()
                        .processInstanceId(instance)
                        .count()
                > 0) {
            history().deleteHistoricProcessInstance(instance);
        }
    }

    /** Leaves no trace of a definition. */
    void undeploy(String definition) {
        var known = repository()
                .createProcessDefinitionQuery()
                .processDefinitionId(definition)
                .singleResult();
        if (known != null) {
            repository().deleteDeployment(known.getDeploymentId(), true);
        }
    }

    List<Wait> waiting(String instance) {
        return tasks().createTaskQuery().processInstanceId(instance).list().stream()
                .map(task -> new Wait(task.getTaskDefinitionKey(), task.getId()))
                .toList();
    }

    /** The end an instance came to, empty while it runs. */
    Optional<String> endOf(String instance) {
        return Optional.ofNullable(history()
                        .createHistoricProcessInstanceQuery()
                        .processInstanceId(instance)
                        .finished()
                        .singleResult())
                .map(ended -> ended.getEndActivityId());
    }

    /** Carries a running instance over to another definition; tasks keep their identity. */
    void migrate(String instance, String definition, Map<String, String> nodes) {
        var builder = engine.get()
                .getProcessMigrationService()
                .createProcessInstanceMigrationBuilder()
                .migrateToProcessDefinition(definition);
        nodes.forEach(
                (from, to) -> builder.addActivityMigrationMapping(ActivityMigrationMapping.createMappingFor(from, to)));
        builder.migrate(instance);
    }

    private RepositoryService repository() {
        return engine.get().getRepositoryService();
    }

    private RuntimeService runtime() {
        return engine.get().getRuntimeService();
    }

    private TaskService tasks() {
        return engine.get().getTaskService();
    }

    private HistoryService history() {
        return engine.get().getHistoryService();
    }
}
