package io.lijevak.customers;

import static org.assertj.core.api.Assertions.assertThat;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Role;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@LijevakTest
class CustomerListTests {
    private static final List<String> NAMES = List.of(
            "Cetina",
            "Čakovec",
            "Ćuk",
            "Dubrovnik",
            "Dvor",
            "Džep",
            "Đakovo",
            "Lukač",
            "Ljubica",
            "Novi",
            "Njivice",
            "Ёлкин",
            "Елена",
            "Жуков",
            "Šibenik",
            "Zadar",
            "Žminj");

    @Autowired
    World world;

    @Autowired
    CreateCustomer create;

    @Autowired
    ArchiveCustomer archive;

    @Autowired
    CustomerList list;

    @Autowired
    Customers customers;

    private CurrentUser administrator;

    @BeforeEach
    void begin() {
        world.reset();
        administrator = world.user(Role.ADMINISTRATOR);
    }

    @Test
    void sortsByCroatianRules() {
        add(NAMES);

        assertThat(names(all(), reading("hr")))
                .containsExactly(
                        "Cetina",
                        "Čakovec",
                        "Ćuk",
                        "Dubrovnik",
                        "Dvor",
                        "Džep",
                        "Đakovo",
                        "Lukač",
                        "Ljubica",
                        "Novi",
                        "Njivice",
                        "Šibenik",
                        "Zadar",
                        "Žminj",
                        "Елена",
                        "Ёлкин",
                        "Жуков");
    }

    @Test
    void sortsByRussianRulesCyrillicFirst() {
        add(NAMES);

        assertThat(names(all(), reading("ru")).subList(0, 4)).containsExactly("Елена", "Ёлкин", "Жуков", "Čakovec");
    }

    @Test
    void sortsByEnglishRulesByTheLettersBeneathTheMarks() {
        add(NAMES);

        assertThat(names(all(), reading("en")))
                .containsExactly(
                        "Čakovec",
                        "Cetina",
                        "Ćuk",
                        "Đakovo",
                        "Dubrovnik",
                        "Dvor",
                        "Džep",
                        "Ljubica",
                        "Lukač",
                        "Njivice",
                        "Novi",
                        "Šibenik",
                        "Zadar",
                        "Žminj",
                        "Елена",
                        "Ёлкин",
                        "Жуков");
    }

    @Test
    void leadsFromEachRowToTheNextAndBackInEveryOrder() {
        add(NAMES);
        var viewer = reading("hr");

        for (var parameters : List.of(
                Map.of("sort", "NAME"), Map.of("sort", "CREATED"), Map.of("sort", "CHANGED"), Map.of("q", "o"))) {
            var filter = CustomerFilter.of(parameters);
            var rows = list.page(filter, viewer, null, 50).items();
            for (int place = 0; place < rows.size(); place++) {
                var customer = customers.visible(new CustomerId(rows.get(place).id()), viewer);
                assertThat(list.beside(customer, filter, false, viewer)).isEqualTo(idAt(rows, place + 1));
                assertThat(list.beside(customer, filter, true, viewer)).isEqualTo(idAt(rows, place - 1));
            }
        }
    }

    @Test
    void pagesThroughEveryRowOnceInOrder() {
        add(NAMES);
        var expected = names(all(), reading("hr"));

        for (var sort : CustomerFilter.Sort.values()) {
            var filter = CustomerFilter.of(Map.of("sort", sort.name()));
            var seen = new ArrayList<String>();
            @Nullable String next = null;
            do {
                var page = list.page(filter, reading("hr"), next, 4);
                page.items().forEach(row -> seen.add(row.name()));
                next = page.next();
            } while (next != null);
            assertThat(seen).containsExactlyInAnyOrderElementsOf(NAMES).hasSize(NAMES.size());
            if (sort == CustomerFilter.Sort.NAME) {
                assertThat(seen).isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "cakov, Uljara Čakovec d.o.o.",
        "ČAKOV, Uljara Čakovec d.o.o.",
        "d.o.o ulj, Uljara Čakovec d.o.o.",
        "ul, Uljara Čakovec d.o.o.",
        "091 234 5678, Uljara Čakovec d.o.o.",
        "0912345, Uljara Čakovec d.o.o.",
        "+385 91 234, Uljara Čakovec d.o.o.",
        "00385912345678, Uljara Čakovec d.o.o.",
        "2345678, Uljara Čakovec d.o.o.",
        "ured@ulj, Uljara Čakovec d.o.o.",
        "694351515, Uljara Čakovec d.o.o.",
        "елкин, ИП Ёлкин",
        "8 921 765-43-21, ИП Ёлкин"
    })
    void findsByPartOfWhatIsKnown(String term, String name) {
        create.from(
                new A("Uljara Čakovec d.o.o.")
                        .tax("HR", "69435151530")
                        .phones("091 234 5678")
                        .emails("ured@uljara.example")
                        .fields(),
                administrator);
        create.from(new A("ИП Ёлкин").phones("+7 921 765 43 21").fields(), administrator);
        create.from(CustomerFields.named("Vinarija Kutjevo"), administrator);

        assertThat(names(CustomerFilter.of(Map.of("q", term)), administrator)).containsExactly(name);
    }

    @ParameterizedTest
    @CsvSource({"%", "_", "a%b", "'; drop table customer; --", "\\"})
    void takesWildcardsAndQuotesLiterally(String term) {
        create.from(CustomerFields.named("Uljara"), administrator);

        assertThat(names(CustomerFilter.of(Map.of("q", term)), administrator)).isEmpty();
    }

    @Test
    void showsARepOnlyWhatTheRightReaches() {
        var rep = world.user(Role.SALES_REP);
        create.from(new A("Moj").of(rep.id()).fields(), administrator);
        create.from(new A("Tuđi").of(administrator.id()).fields(), administrator);

        assertThat(names(all(), administrator)).containsExactly("Moj", "Tuđi");
        assertThat(names(all(), rep)).contains("Moj");
        assertThat(list.count(all(), rep, true)).isEqualTo(names(all(), rep).size());
    }

    @Test
    void filtersByArchive() {
        var gone = create.from(CustomerFields.named("Nestali"), administrator);
        create.from(CustomerFields.named("Živi"), administrator);
        archive.archive(gone.id(), administrator);

        assertThat(names(all(), administrator)).containsExactly("Živi");
        assertThat(names(CustomerFilter.of(Map.of("archived", "true")), administrator))
                .containsExactly("Nestali");
    }

    private static @Nullable CustomerId idAt(List<CustomerRow> rows, int place) {
        return place < 0 || place >= rows.size()
                ? null
                : new CustomerId(rows.get(place).id());
    }

    private void add(List<String> names) {
        var shuffled = new ArrayList<>(names);
        Collections.shuffle(shuffled, new java.util.Random(7));
        shuffled.forEach(name -> create.from(CustomerFields.named(name), administrator));
    }

    private static CustomerFilter all() {
        return CustomerFilter.ALL;
    }

    private List<String> names(CustomerFilter filter, CurrentUser viewer) {
        return list.page(filter, viewer, null, 50).items().stream()
                .map(CustomerRow::name)
                .toList();
    }

    private CurrentUser reading(String language) {
        return new CurrentUser(
                administrator.person(),
                administrator.name(),
                administrator.role(),
                language,
                ZoneId.of("Europe/Zagreb"),
                "system",
                true,
                administrator.people(),
                administrator.rights());
    }
}
