package io.lijevak.process;

import io.lijevak.users.Role;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the names in an uploaded file may mean.
 *
 * @param stages by identity
 * @param roles by what they are called in any language, folded
 * @param people who may be addressed
 * @param stageless whether points bear names of their own instead of stages
 */
record BpmnNames(Map<Long, String> stages, Map<String, Role> roles, Set<Long> people, boolean stageless) {
    BpmnNames(Map<Long, String> stages, Map<String, Role> roles, Set<Long> people) {
        this(stages, roles, people, false);
    }

    /** The same for a process whose points are no stages. */
    BpmnNames withoutStages() {
        return new BpmnNames(Map.of(), roles, people, true);
    }

    /** The stage of a name or an identity, null when there is none. */
    @Nullable
    Long stage(String called) {
        var wanted = fold(called);
        for (var stage : stages.entrySet()) {
            if (fold(stage.getValue()).equals(wanted)
                    || Long.toString(stage.getKey()).equals(wanted)) {
                return stage.getKey();
            }
        }
        return null;
    }

    String stageName(long stage) {
        return stages.getOrDefault(stage, "");
    }

    /** The addressee that a lane or a group stands for, null when it is no role. */
    @Nullable
    String addressee(String called) {
        var role = roles.get(fold(called));
        return role == null ? null : new Addressee.InRole(role).written();
    }

    boolean isAddressee(String written) {
        return Addressee.read(written)
                .filter(addressee ->
                        !(addressee instanceof Addressee.Someone someone) || people.contains(someone.person()))
                .isPresent();
    }

    static String fold(String text) {
        return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
