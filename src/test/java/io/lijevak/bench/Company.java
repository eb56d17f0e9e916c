package io.lijevak.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** A large company, made by SQL: customers with phones and e-mails, deals with their whole ledger. Repeatable. */
final class Company {
    private static final int CHUNK = 50_000;
    private final Connection connection;

    Company(Connection connection) {
        this.connection = connection;
    }

    /** Grows the company to at least these numbers. */
    void grow(long customers, long deals) throws SQLException {
        run(List.of("select setseed(0.42)"));
        if (count("person") < 30) {
            run(PEOPLE);
        }
        for (long n = count("customer"); n < customers; n += CHUNK) {
            chunk(CUSTOMERS, n, Math.min(customers, n + CHUNK));
        }
        for (long n = count("deal"); n < deals; n += CHUNK) {
            chunk(DEALS, n, Math.min(deals, n + CHUNK));
        }
        settle();
    }

    /** What autovacuum would do in the minutes after. */
    void settle() throws SQLException {
        run(List.of("vacuum analyze"));
    }

    long count(String table) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void chunk(List<String> statements, long from, long to) throws SQLException {
        run(statements.stream()
                .map(sql -> sql.replace(":from", String.valueOf(from)).replace(":to", String.valueOf(to)))
                .toList());
    }

    private void run(List<String> statements) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static final List<String> PEOPLE = List.of("""
            insert into team (name) select 'Tim ' || n from generate_series(1, 3) n""", """
            insert into person (name, search_text, role, team_id)
            select 'Prodavač ' || n, 'prodavac ' || n, 'SALES_REP', (select min(id) from team) + n % 3
            from generate_series(1, 30) n""");

    private static final List<String> CUSTOMERS = List.of("""
            create temp table if not exists fresh_customer (id bigint, n bigint)""", "truncate fresh_customer", """
            insert into fresh_customer
            select nextval(pg_get_serial_sequence('customer', 'id')), n from generate_series(:from + 1, :to) n""", """
            insert into customer (id, kind, name, search_text, tax_country, tax_number, source_id, responsible_id,
              lifecycle, street, postcode, city, country, created_at)
            overriding system value
            select f.id, 'COMPANY', w.name, lower(translate(w.name, 'čćžšđČĆŽŠĐ', 'cczsdCCZSD')) || E'\\n'
                || lpad(f.n::text, 11, '0') || E'\\n' || '3851' || lpad(f.n::text, 8, '0') || E'\\n' || 'k' || f.n || '@primjer.hr',
              'HR', lpad(f.n::text, 11, '0'), s.ids[1 + f.n % array_length(s.ids, 1)], p.ids[1 + f.n % 30],
              (array['PROSPECT', 'LEAD', 'CUSTOMER', 'CUSTOMER', 'LAPSED'])[1 + f.n % 5],
              'Ilica ' || f.n % 200, (10000 + f.n % 1000)::text, w.city, 'HR', now() - random() * interval '1000 days'
            from fresh_customer f
            cross join lateral (select
                (array['Jadran', 'Velebit', 'Čakovec', 'Šibenik', 'Žitnjak', 'Galeb', 'Lavanda', 'Kvarner', 'Drava',
                  'Učka', 'Sljeme', 'Marjan'])[1 + (f.n * 7) % 12] || ' '
                || (array['trgovina', 'gradnja', 'usluge', 'brodovi', 'promet', 'hotel', 'voće', 'kamen', 'drvo',
                  'informatika', 'pekara'])[1 + (f.n * 5) % 11] || ' ' || f.n || ' d.o.o.' as name,
                (array['Zagreb', 'Split', 'Rijeka', 'Osijek', 'Zadar'])[1 + f.n % 5] as city) w
            cross join (select array_agg(id order by id) as ids from customer_source) s
            cross join (select array_agg(id order by id) as ids from person where role = 'SALES_REP') p""", """
            insert into contact_point (customer_id, kind, value, written)
            select id, kind, value, value from fresh_customer,
              lateral (values ('PHONE', '+3851' || lpad(n::text, 8, '0')), ('EMAIL', 'k' || n || '@primjer.hr')) v (kind, value)""");

    private static final List<String> DEALS = List.of("""
            create temp table if not exists fresh_deal (id bigint, n bigint, type_id bigint, stages bigint[],
              reached int, outcome text, step interval, opened_at timestamptz, amount numeric, person_id bigint,
              customer_id bigint, source_id bigint)""", "truncate fresh_deal", """
            insert into fresh_deal
            select nextval(pg_get_serial_sequence('deal', 'id')), n, t.id, t.stages, r.reached, r.outcome, r.step,
              date_trunc('second', now() - r.step * r.reached - random() * interval '700 days'
                * case when r.outcome = 'OPEN' then 0.05 else 1 end),
              round((500 + random() ^ 3 * 90000)::numeric, 2), p.ids[1 + n % 30], c.first + (n * 31) % c.number,
              s.ids[1 + n % array_length(s.ids, 1)]
            from generate_series(:from + 1, :to) n
            cross join (select x.id, array_agg(y.stage_id order by y.position) as stages from deal_type x
                join deal_type_step y on y.deal_type_id = x.id and y.steps_version = x.steps_version
                group by x.id order by count(*) desc, x.id limit 1) t
            cross join lateral (select random() * 100 + n * 0 as fate, random() as luck) l
            cross join lateral (select
                case when l.fate < 25 then 'OPEN' when l.fate < 55 then 'WON' else 'LOST' end as outcome,
                case when l.fate >= 25 and l.fate < 55 then array_length(t.stages, 1)
                  else 1 + floor(l.luck ^ 2 * array_length(t.stages, 1))::int end as reached,
                interval '1 day' * (1 + floor(l.luck * 12)) as step) r
            cross join (select array_agg(id order by id) as ids from person where role = 'SALES_REP') p
            cross join (select min(id) as first, count(*) as number from customer) c
            cross join (select array_agg(id order by id) as ids from customer_source) s""", """
            insert into deal (id, title, search_text, type_id, steps_version, stage_id, outcome, customer_id,
              responsible_id, source_id, amount, currency, rate, expected_close, opened_at, closed_at, loss_reason_id,
              created_at)
            overriding system value
            select id, 'Ponuda ' || n, 'ponuda ' || n, type_id, (select steps_version from deal_type x where x.id = type_id),
              stages[reached], outcome, customer_id, person_id, source_id, amount, 'EUR', 1,
              (opened_at + interval '60 days')::date, opened_at,
              case when outcome <> 'OPEN' then opened_at + step * reached end,
              case when outcome = 'LOST' then (select min(r.id) from loss_reason r) + n % 3 end, opened_at
            from fresh_deal""", """
            insert into stage_visit (deal_id, seq, steps_version, stage_id, entered_at, left_at, outcome,
              entry_potential, exit_potential, responsible_id, cause, recorded_at, left_recorded_at)
            select id, seq, (select steps_version from deal_type x where x.id = type_id), stages[seq],
              opened_at + step * (seq - 1), case when seq < reached or outcome <> 'OPEN' then opened_at + step * seq end,
              case when seq < reached then 'ADVANCED' else outcome end, amount,
              case when seq < reached or outcome <> 'OPEN' then amount end, person_id,
              case when seq = 1 then 'CREATED' else 'MOVED' end, opened_at + step * (seq - 1),
              case when seq < reached or outcome <> 'OPEN' then opened_at + step * seq end
            from fresh_deal, generate_series(1, reached) seq""");
}
