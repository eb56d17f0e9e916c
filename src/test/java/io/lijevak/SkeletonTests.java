package io.lijevak;

import static org.assertj.core.api.Assertions.assertThat;

import io.lijevak.platform.Companies;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@LijevakTest
@Import(World.class)
class SkeletonTests {
    @Autowired
    World world;

    @Autowired
    Companies companies;

    @Test
    void startsOnAnEmptyDatabase() {
        world.reset();

        assertThat(companies.current().currency()).isEqualTo("EUR");
    }
}
