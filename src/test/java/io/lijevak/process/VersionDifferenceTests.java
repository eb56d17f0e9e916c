package io.lijevak.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.lijevak.process.TypeVersion.Change;
import io.lijevak.process.TypeVersion.What;
import io.lijevak.process.VersionDifference.Stated;
import io.lijevak.process.VersionDifference.Whole;
import java.util.List;
import org.junit.jupiter.api.Test;

class VersionDifferenceTests {
    private static final Stated OFFER = step(1, "Offer");
    private static final Stated CONTRACT = step(2, "Contract");
    private static final Stated PAYMENT = step(3, "Payment");

    @Test
    void theFirstVersionHasNothingBeforeIt() {
        assertThat(VersionDifference.between(null, of(OFFER))).containsExactly(Change.of(What.FIRST, null));
    }

    @Test
    void namesStagesThatCameAndWentAndAnotherOrderOfTheRest() {
        assertThat(VersionDifference.between(of(OFFER, CONTRACT), of(OFFER, PAYMENT)))
                .containsExactly(Change.of(What.ADDED, "Payment"), Change.of(What.REMOVED, "Contract"));
        assertThat(VersionDifference.between(of(OFFER, CONTRACT), of(CONTRACT, PAYMENT, OFFER)))
                .containsExactly(Change.of(What.ADDED, "Payment"), Change.of(What.ORDER, null));
    }

    @Test
    void anotherOrderOfTheSameStagesIsThatAloneHoweverManyMoved() {
        assertThat(VersionDifference.between(of(OFFER, CONTRACT, PAYMENT), of(PAYMENT, CONTRACT, OFFER)))
                .containsExactly(Change.of(What.ORDER, null));
        assertThat(VersionDifference.between(of(OFFER, CONTRACT, PAYMENT), of(OFFER, CONTRACT, PAYMENT)))
                .containsExactly(Change.of(What.NOTHING, null));
    }

    @Test
    void tellsNormsAndProbabilitiesWithWhatTheyWere() {
        var other = new Stated(1, "Offer", 3, null, null, null, "", "", "[]");

        assertThat(VersionDifference.between(of(OFFER), of(other)))
                .containsExactly(new Change(What.NORM, "Offer", 5, 3), new Change(What.PROBABILITY, "Offer", 40, null));
    }

    @Test
    void tellsWhatAStepSaysDifferently() {
        var other = new Stated(1, "Offer", 5, 40, "role:ACCOUNTANT", "Call first", "7", "check{}", "[{}]");

        assertThat(VersionDifference.between(of(OFFER), of(other)))
                .extracting(Change::what)
                .containsExactly(What.ADDRESSEE, What.INSTRUCTION, What.FILES, What.REQUIREMENTS, What.EVENTS);
    }

    @Test
    void tellsAnotherRouteAndThatNothingIsDifferent() {
        var drawn = new Whole(List.of(OFFER), new RouteModel(List.of(), List.of()));

        assertThat(VersionDifference.between(of(OFFER), drawn)).containsExactly(Change.of(What.ROUTE, null));
        assertThat(VersionDifference.between(drawn, drawn)).containsExactly(Change.of(What.NOTHING, null));
    }

    private static Whole of(Stated... steps) {
        return new Whole(List.of(steps), null);
    }

    private static Stated step(long stage, String name) {
        return new Stated(stage, name, 5, 40, null, null, "", "", "[]");
    }
}
