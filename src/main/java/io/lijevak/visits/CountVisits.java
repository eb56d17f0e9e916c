package io.lijevak.visits;

import io.lijevak.platform.Companies;
import io.lijevak.platform.InvalidInput;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adds visits, one at a time as the site tells of them, or takes over what was counted elsewhere. */
@Component
public class CountVisits {
    /** So many beginnings of a day are kept apart; what comes beyond them counts without source and page. */
    static final int MOST_KINDS = 1_000;

    private static final Visit ANY = new Visit("", "");
    private final JdbcClient jdbc;
    private final Site site;
    private final Companies companies;
    private final Clock clock;

    CountVisits(JdbcClient jdbc, Site site, Companies companies, Clock clock) {
        this.jdbc = jdbc;
        this.site = site;
        this.companies = companies;
        this.clock = clock;
    }

    /** Counts a visit that begins now on the site of the key; gives whether the key is that of the site. */
    @Transactional
    public boolean seen(String key, Visit visit) {
        if (!site.has(key)) {
            return false;
        }
        var today = companies.current().today(clock);
        if (add(today, visit) == 0) {
            add(today, ANY);
        }
        return true;
    }

    /** One more, unless that would be one kind too many. */
    private int add(LocalDate day, Visit visit) {
        return jdbc.sql("""
                insert into site_visit as v (day, source, page, visits)
                select :day, :source, :page, 1
                where (:source = '' and :page = '')
                  or (select count(*) from site_visit where day = :day) < :most
                  or exists (select from site_visit where day = :day and source = :source and page = :page)
                on conflict (day, source, page) do update set visits = v.visits + 1""")
                .param("day", day)
                .param("source", visit.source())
                .param("page", visit.page())
                .param("most", MOST_KINDS)
                .update();
    }

    /** Sets how many visits of a day began so, whatever was counted before; refuses a day to come and less than none. */
    @Transactional
    public void set(LocalDate day, Visit visit, long visits, CurrentUser user) {
        user.require(Resource.IMPORT, Action.CREATE);
        if (day.isAfter(companies.current().today(clock))) {
            throw InvalidInput.at("day", "visits.error.future");
        }
        if (visits < 0) {
            throw InvalidInput.at("visits", "visits.error.negative");
        }
        jdbc.sql("""
                insert into site_visit (day, source, page, visits) values (:day, :source, :page, :visits)
                on conflict (day, source, page) do update set visits = excluded.visits""")
                .param("day", day)
                .param("source", visit.source())
                .param("page", visit.page())
                .param("visits", visits)
                .update();
    }
}
