package io.lijevak;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** The arrows between modules point one way. */
class ModularityTests {
    private static final ApplicationModules MODULES = ApplicationModules.of(Lijevak.class);

    @Test
    void modulesUseOnlyWhatTheyDeclare() {
        MODULES.verify();
    }

    @Test
    void everyModuleDeclaresWhatItMayUse() {
        for (var module : Sources.modules()) {
            var declaration = Sources.declaration(module);

            assertThat(declaration)
                    .as("package-info.java of %s lacks @ApplicationModule", module)
                    .isNotNull();
            assertThat(declaration.allowedDependencies())
                    .as("%s: without allowedDependencies a module may use everything; list what it uses", module)
                    .doesNotContain(ApplicationModule.OPEN_TOKEN);
        }
    }
}
