package io.lijevak.operations;

import io.lijevak.platform.SearchText;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the sellers of the demo company said to their customers, what they plan, and whom they forgot. */
@Component
class DemoContacts {
    private static final List<String> KINDS = List.of("CALL", "CALL", "CALL", "EMAIL", "EMAIL", "MEETING", "NOTE");
    private static final int QUIET = 25;
    private final DemoRows rows;
    private final JdbcClient jdbc;

    DemoContacts(DemoRows rows, JdbcClient jdbc) {
        this.rows = rows;
        this.jdbc = jdbc;
    }

    /** A stay of a deal in a stage; {@code left} is null where it stands now. */
    private record Stay(
            long deal,
            long stage,
            Instant entered,
            @Nullable Instant left,
            long customer,
            @Nullable Long contact,
            @Nullable Long responsible,
            boolean first) {}

    private record Told(
            String kind,
            String state,
            Instant at,
            Stay about,
            @Nullable String subject,
            @Nullable String result,
            boolean opened) {}

    void write(DemoSetting setting) {
        var random = new Random(20261127);
        var told = new ArrayList<Told>();
        for (var stay : stays()) {
            if (stay.deal() % QUIET != 0) {
                tell(setting, stay, random, told);
            }
        }
        insert(setting, told, rows.reserve("interaction", told.size()));
        tellDealsAndCustomers();
    }

    private List<Stay> stays() {
        return jdbc.sql("""
                select v.deal_id as deal, v.stage_id as stage, v.entered_at as entered, v.left_at as left_at,
                  d.customer_id as customer, d.contact_person_id as contact, d.responsible_id as responsible,
                  v.entered_at = d.opened_at as first
                from stage_visit v join deal d on d.id = v.deal_id
                join demo_record r on r.kind = 'deal' and r.record_id = d.id
                where v.outcome <> 'SKIPPED' and d.customer_id is not null
                order by v.deal_id, v.seq""")
                .query((row, number) -> new Stay(
                        row.getLong("deal"),
                        row.getLong("stage"),
                        row.getTimestamp("entered").toInstant(),
                        row.getTimestamp("left_at") == null
                                ? null
                                : row.getTimestamp("left_at").toInstant(),
                        row.getLong("customer"),
                        (Long) row.getObject("contact"),
                        (Long) row.getObject("responsible"),
                        row.getBoolean("first")))
                .list();
    }

    private static void tell(DemoSetting setting, Stay stay, Random random, List<Told> told) {
        var words = setting.words();
        if (stay.first()) {
            var kind = random.nextInt(3) == 0 ? "EMAIL" : "CALL";
            var subject = words.pick("firstSubjects", random.nextInt(100));
            var result = words.pick("firstResults", random.nextInt(100));
            told.add(new Told(kind, "HELD", stay.entered().minusSeconds(600), stay, subject, result, true));
        }
        var end = stay.left() == null ? setting.now() : stay.left();
        var length = Duration.between(stay.entered(), end);
        for (int number = random.nextInt(3); number > 0; number--) {
            var kind = KINDS.get(random.nextInt(KINDS.size()));
            var some = stay.entered().plusSeconds((long) (length.toSeconds() * random.nextDouble() * 0.9));
            var at = atWork(some, stay, end, setting, random);
            var failed = !kind.equals("NOTE") && random.nextInt(12) == 0;
            told.add(new Told(
                    kind,
                    failed ? "FAILED" : "HELD",
                    at,
                    stay,
                    words.pick("contactSubjects", random.nextInt(100)),
                    failed ? null : words.pick("contactResults", random.nextInt(100)),
                    false));
        }
        if (stay.left() == null && random.nextInt(10) < 7) {
            told.add(planned(setting, stay, random));
        }
    }

    /** That day at a time when people work, unless the deal was not in the stage then. */
    private static Instant atWork(Instant some, Stay stay, Instant end, DemoSetting setting, Random random) {
        var time = LocalTime.of(8 + random.nextInt(9), random.nextInt(60));
        var working = some.atZone(setting.company().timeZone()).with(time).toInstant();
        return working.isAfter(stay.entered()) && working.isBefore(end) ? working : some;
    }

    /** Mostly in the days to come; a few were forgotten. */
    private static Told planned(DemoSetting setting, Stay stay, Random random) {
        var zone = setting.company().timeZone();
        var days = random.nextInt(8) == 0 ? -1 - random.nextInt(4) : 1 + random.nextInt(12);
        var day = setting.now().atZone(zone).toLocalDate().plusDays(days);
        var time = LocalTime.of(8 + random.nextInt(9), 15 * random.nextInt(4));
        var kind = random.nextInt(3) == 0 ? "MEETING" : "CALL";
        var subject = setting.words().pick("contactPlans", random.nextInt(100));
        return new Told(kind, "PLANNED", day.atTime(time).atZone(zone).toInstant(), stay, subject, null, false);
    }

    private void insert(DemoSetting setting, List<Told> told, List<Long> ids) {
        var written = new ArrayList<@Nullable Object[]>();
        var people = new ArrayList<@Nullable Object[]>();
        var steps = new ArrayList<@Nullable Object[]>();
        var random = new Random(7);
        for (int index = 0; index < told.size(); index++) {
            var one = told.get(index);
            written.add(row(ids.get(index), one, random, setting));
            if (one.about().contact() != null) {
                people.add(new Object[] {ids.get(index), one.about().contact()});
            }
            if (!one.kind().equals("NOTE")) {
                var at = Timestamp.from(one.at());
                steps.add(new @Nullable Object[] {
                    ids.get(index), one.state(), at, recorded(one), one.about().responsible()
                });
            }
        }
        rows.write("""
                insert into interaction (id, kind, state, at, state_at, direction, minutes, place, subject, text, result,
                  importance, customer_id, deal_id, stage_id, opened_deal_id, responsible_id, search_text, created_at,
                  created_by)
                overriding system value
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", written);
        rows.write("insert into interaction_contact (interaction_id, contact_person_id) values (?, ?)", people);
        rows.write("""
                insert into interaction_state (interaction_id, step, at, recorded_at, recorded_by)
                values (?, ?, ?, ?, ?)""", steps);
    }

    private static @Nullable Object[] row(long id, Told one, Random random, DemoSetting setting) {
        var about = one.about();
        var spoken = one.kind().equals("CALL") || one.kind().equals("MEETING");
        var subject = one.kind().equals("NOTE") || one.subject() == null ? "" : one.subject();
        var incoming = one.opened() || random.nextInt(4) == 0;
        var words = one.result() == null ? "" : one.result();
        return new @Nullable Object[] {
            id,
            one.kind(),
            one.state(),
            Timestamp.from(one.at()),
            recorded(one),
            List.of("CALL", "EMAIL").contains(one.kind()) ? incoming ? "INCOMING" : "OUTGOING" : null,
            spoken && one.state().equals("HELD") ? 3 + random.nextInt(one.kind().equals("CALL") ? 20 : 80) : null,
            one.kind().equals("MEETING") ? setting.words().pick("cities", random.nextInt(100)) : null,
            subject,
            spoken ? null : one.result(),
            spoken ? one.result() : null,
            random.nextInt(9) == 0 ? "HIGH" : "NORMAL",
            about.customer(),
            about.deal(),
            one.state().equals("PLANNED") ? about.stage() : null,
            one.opened() ? about.deal() : null,
            about.responsible(),
            SearchText.fold(subject + "\n" + words),
            recorded(one),
            about.responsible()
        };
    }

    /** What is planned was planned when the deal came to its stage, the rest was written down when it happened. */
    private static Timestamp recorded(Told one) {
        return Timestamp.from(one.state().equals("PLANNED") ? one.about().entered() : one.at());
    }

    private void tellDealsAndCustomers() {
        jdbc.sql("""
                update deal d set last_contact_at = i.last, touches = i.touches,
                  next_step_at = case when d.outcome = 'OPEN' then least(d.next_step_at, i.next) else d.next_step_at end
                from (select deal_id, max(at) filter (where state = 'HELD') as last, count(*) as touches,
                        min(at) filter (where state = 'PLANNED') as next
                      from interaction where kind <> 'NOTE' and state <> 'CANCELLED' group by deal_id) i
                where i.deal_id = d.id""").update();
        jdbc.sql("""
                update customer c set last_contact_at = i.last
                from (select customer_id, max(at) as last from interaction
                      where kind <> 'NOTE' and state = 'HELD' group by customer_id) i
                where i.customer_id = c.id""").update();
        jdbc.sql("""
                insert into deal_demand (deal_id, wish, amount, currency, rate, satisfied, reason_id, position, created_at,
                  created_by)
                select d.id, d.title, d.amount, d.currency, d.rate,
                  case d.outcome when 'WON' then case when d.id % 4 = 0 then 60 else 100 end when 'LOST' then 0 end,
                  case when d.outcome = 'LOST' or d.outcome = 'WON' and d.id % 4 = 0 then
                    (select id from unmet_reason order by position offset d.id % 4 limit 1) end,
                  1, d.created_at, d.responsible_id
                from deal d join demo_record r on r.kind = 'deal' and r.record_id = d.id where d.id % 3 = 0""").update();
    }
}
