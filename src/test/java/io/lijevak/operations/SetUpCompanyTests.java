package io.lijevak.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import io.lijevak.operations.Founding.Administrator;
import io.lijevak.operations.Founding.Beginning;
import io.lijevak.platform.Companies;
import io.lijevak.platform.Company;
import io.lijevak.platform.InvalidInput;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@Tag("external")
@LijevakTest
class SetUpCompanyTests {
    private static final Company COMPANY = new Company("Galeb d.o.o.", "hr", "HR", "EUR", ZoneId.of("Europe/Zagreb"));

    @Autowired
    World world;

    @Autowired
    Companies companies;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SetUpCompany setUp;

    @BeforeEach
    void beforeTheFirstRun() {
        world.reset();
        jdbc.sql("delete from company").update();
        companies.forget();
    }

    @AfterEach
    void leaveACompany() {
        world.reset();
    }

    @Test
    void createsCompanyAdministratorAndReferences() {
        setUp.with(new Founding(COMPANY, administrator("a long sentence"), Beginning.EMPTY));

        assertThat(companies.current()).isEqualTo(COMPANY);
        assertThat(count("person where role = 'ADMINISTRATOR'")).isEqualTo(1);
        assertThat(count("stage")).isEqualTo(9);
        assertThat(count("customer_source")).isPositive();
        assertThat(count("loss_reason")).isPositive();
        assertThat(count("deal")).isZero();
    }

    @Test
    void writesNothingWhenTheAdministratorIsRefused() {
        assertThatThrownBy(() -> setUp.with(new Founding(COMPANY, administrator("short"), Beginning.DEMO)))
                .isInstanceOf(InvalidInput.class);

        assertThat(companies.find()).isEmpty();
        assertThat(count("person")).isZero();
        assertThat(count("stage")).isZero();
    }

    @Test
    void happensOnce() {
        setUp.with(new Founding(COMPANY, administrator("a long sentence"), Beginning.EMPTY));

        assertThatThrownBy(() -> setUp.with(new Founding(COMPANY, administrator("another sentence"), Beginning.EMPTY)))
                .isInstanceOf(IllegalStateException.class);
    }

    private static Administrator administrator(String password) {
        return new Administrator("Ana Marušić", "ana@galeb.example", password);
    }

    private long count(String from) {
        return jdbc.sql("select count(*) from " + from).query(Long.class).single();
    }
}
