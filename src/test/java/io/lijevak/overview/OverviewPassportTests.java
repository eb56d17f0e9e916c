package io.lijevak.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.lijevak.LijevakTest;
import io.lijevak.Reader;
import io.lijevak.World;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every number of the overview has a passport, which says what is not in it and counts it again. */
@LijevakTest
class OverviewPassportTests {
    @Autowired
    OverviewWorld company;

    @Autowired
    World world;

    @Autowired
    Reader reader;

    @Autowired
    ShowOverview overviews;

    @Autowired
    ShowOverviewPassport passports;

    @BeforeEach
    void deals() {
        company.found();
    }

    @Test
    void aFalsifiedNumberIsSaidToDiffer() {
        var user = world.user(company.ana());
        var honest = overviews.of(null, user);
        var won = honest.weeks().last(WeekChanges.Change.WON);
        var weeks = new WeekChanges.Weeks(
                Map.of(WeekChanges.Change.WON, new Amount(won.deals(), won.sum().add(BigDecimal.ONE))),
                honest.weeks().before());
        var open = Objects.requireNonNull(honest.open());
        var falsified = new Overview(
                honest.today(),
                honest.at(),
                null,
                honest.stuck(),
                honest.coming(),
                weeks,
                new Overview.Open(open.endOfWeek(), open.meetings(), open.allMeetings() + 1, open.team()),
                List.of());

        assertThat(again(falsified, OverviewNumber.CHANGED_SUM, "won")).isFalse();
        assertThat(again(falsified, OverviewNumber.MEETINGS, "")).isFalse();
        assertThat(again(honest, OverviewNumber.CHANGED_SUM, "won")).isTrue();
    }

    private boolean again(Overview overview, OverviewNumber number, String of) {
        return passports
                .recount(overview, number, of, world.user(company.ana()))
                .orElseThrow()
                .equal();
    }

    @Test
    void thePassportSaysWhichDealsAreNotInItAndWhyOneIsNot() throws Exception {
        var won = company.id("select min(id) from deal where outcome = 'WON'");

        var page = reader.page("/overview/passport?number=stuck&recount=true&deal=" + won, company.ana());

        assertThat(page).contains("it is not, because it is closed", "Not in it: is closed", "Equal");
        assertThat(page).contains("/deals?outcome=open&amp;mark=late", "/deals?notInOverview=stuck%3A%3Aclosed");
        assertThat(reader.page("/deals?notInOverview=stuck%3A%3Aclosed", company.ana()))
                .contains("Not in: Deals past the norm of their stage, because it is closed");
        var members = reader.json("/api/v1/overview/passport?number=stuckSum", company.ana())
                .at("/members");
        assertThat(members.at("/excluded/closed").asLong())
                .isEqualTo(company.id("select count(*) from deal where outcome <> 'OPEN'"));
        assertThat(members.at("/count").asLong())
                .isEqualTo(company.id("select count(*) from deal where outcome = 'OPEN' and stage_due_at < now()"));
        assertThat(members.at("/deals").asLong()).isEqualTo(company.id("select count(*) from deal"));
        assertThat(reader.json("/api/v1/overview/passport?number=meetings", company.ana())
                        .at("/members")
                        .isNull())
                .isTrue();
    }

    @Test
    void aRepIsToldNothingOfDealsOutOfReach() throws Exception {
        var others = company.id("select min(id) from deal where responsible_id = " + company.ana());

        assertThat(reader.page(
                        "/overview/passport?number=stuck&deal=" + others,
                        company.people().getLast()))
                .contains("There is no such deal among those you may see");
        var all = reader.json(
                "/api/v1/overview/passport?number=stuck&recount=true",
                company.people().getLast());
        assertThat(all.at("/recount/equal").asBoolean()).isTrue();
        assertThat(all.at("/value").asLong())
                .isEqualTo(reader.json("/api/v1/overview", company.people().getLast())
                        .at("/stuck/all/deals")
                        .asLong());
    }
}
