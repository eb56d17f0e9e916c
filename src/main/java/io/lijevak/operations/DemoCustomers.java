package io.lijevak.operations;

import io.lijevak.customers.SearchIndex;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The customers of the demo company, with whom to talk to and how to reach them. */
@Component
class DemoCustomers {
    private static final int COUNT = 300;
    private static final int KNOWN_BEFORE = 170;
    private static final List<Integer> CATEGORY_DICE = List.of(0, 1, 1, 1, 2, 2, 2);
    private final DemoRows rows;
    private final SearchIndex search;

    DemoCustomers(DemoRows rows, SearchIndex search) {
        this.rows = rows;
        this.search = search;
    }

    record Customer(
            long id,
            String name,
            Instant since,
            long responsible,
            long source,
            @Nullable Long contact) {}

    List<Customer> write(DemoSetting setting, List<Long> sellers) {
        var sources = rows.ids("select id from customer_source order by position, id limit 10");
        var categories = rows.ids("select id from customer_category order by id limit 3");
        var ids = rows.reserve("customer", COUNT);
        var contacts = rows.reserve("contact_person", COUNT);
        var names = names(setting);
        var since = IntStream.range(0, COUNT)
                .mapToObj(index -> since(setting, index))
                .sorted()
                .toList();
        var customers = new ArrayList<Customer>();
        for (var index : DemoRows.upTo(COUNT)) {
            var source = sources.get((int) (Math.pow(setting.random().nextDouble(), 1.6) * sources.size()));
            customers.add(new Customer(
                    ids.get(index),
                    names.get(index),
                    since.get(index),
                    sellers.get(setting.below(sellers.size())),
                    source,
                    contacts.get(index)));
        }
        writeCustomers(setting, customers);
        writeContacts(setting, customers);
        rows.write(
                "insert into customer_in_category (customer_id, category_id) values (?, ?)",
                customers.stream()
                        .filter(customer -> setting.below(3) > 0)
                        .map(customer -> new Object[] {
                            customer.id(), categories.get(CATEGORY_DICE.get(setting.below(CATEGORY_DICE.size())))
                        })
                        .toList());
        search.refresh(ids);
        return customers;
    }

    private void writeCustomers(DemoSetting setting, List<Customer> customers) {
        var words = setting.words();
        rows.write(
                """
                insert into customer (id, kind, name, search_text, tax_country, tax_number, source_id, responsible_id,
                  street, postcode, city, country, created_at, changed_at)
                overriding system value values (?, 'COMPANY', ?, '', ?, ?, ?, ?, ?, ?, ?, 'HR', ?, ?)""",
                customers.stream()
                        .map(customer -> {
                            var city = setting.below(16);
                            var taxed = setting.below(4) > 0;
                            return new @Nullable Object[] {
                                customer.id(),
                                customer.name(),
                                taxed ? "HR" : null,
                                taxed ? oib(setting.below(100_000)) : null,
                                customer.source(),
                                customer.responsible(),
                                words.pick("streets", setting.below(10)) + " " + (1 + setting.below(60)),
                                String.valueOf(20_000 + city * 1_950),
                                words.pick("cities", city),
                                DemoRows.at(customer.since()),
                                DemoRows.at(customer.since())
                            };
                        })
                        .toList());
    }

    private void writeContacts(DemoSetting setting, List<Customer> customers) {
        var people = new ArrayList<@Nullable Object[]>();
        var points = new ArrayList<@Nullable Object[]>();
        for (var index : DemoRows.upTo(customers.size())) {
            var customer = customers.get(index);
            var person = 8 + index;
            var domain = "customer" + (index + 1);
            var office = "+38551%06d".formatted(100 + index * 37);
            var mobile = "+38591%07d".formatted(1_000 + index * 311);
            var info = "info@" + domain + ".example";
            var email = setting.words().personEmail(person, domain);
            people.add(new Object[] {
                customer.contact(),
                customer.id(),
                setting.words().personName(person),
                setting.words().pick("roles", setting.below(7))
            });
            points.add(new @Nullable Object[] {customer.id(), null, "PHONE", office, office});
            points.add(new @Nullable Object[] {customer.id(), null, "EMAIL", info, info});
            points.add(new @Nullable Object[] {customer.id(), customer.contact(), "PHONE", mobile, mobile});
            points.add(new @Nullable Object[] {customer.id(), customer.contact(), "EMAIL", email, email});
        }
        rows.write(
                "insert into contact_person (id, customer_id, name, role) overriding system value values (?, ?, ?, ?)",
                people);
        rows.write(
                "insert into contact_point (customer_id, contact_person_id, kind, value, written)"
                        + " values (?, ?, ?, ?, ?)",
                points);
    }

    private static List<String> names(DemoSetting setting) {
        var words = setting.words();
        var names = new LinkedHashSet<String>();
        for (var place : words.list("places")) {
            for (var activity : words.list("activities")) {
                names.add(activity + " " + place + " " + words.form());
            }
        }
        var all = new ArrayList<>(names);
        Collections.shuffle(all, setting.random());
        return all.subList(0, COUNT);
    }

    private static Instant since(DemoSetting setting, int index) {
        var days = index < KNOWN_BEFORE ? -1 - setting.below(200) : setting.below(350);
        return setting.begin().plus(Duration.ofDays(days)).plusSeconds(setting.below(86_400));
    }

    /** A well-formed number that begins with so many zeros that nobody has it. */
    private static String oib(int number) {
        var digits = "00000%05d".formatted(number);
        var remainder = 10;
        for (var i = 0; i < digits.length(); i++) {
            var sum = (digits.charAt(i) - '0' + remainder) % 10;
            remainder = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return digits + (11 - remainder) % 10;
    }
}
