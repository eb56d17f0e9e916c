package io.lijevak.deals;

import static io.lijevak.deals.DealConditions.OUTCOME;
import static io.lijevak.deals.DealConditions.column;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.falseCondition;

import io.lijevak.platform.web.Texts;
import io.lijevak.users.CurrentUser;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jooq.Condition;
import org.jooq.Field;
import org.springframework.stereotype.Component;

/** Open deals without any contact ({@code none}), or with nobody in touch for so many days. */
@Component
class ContactSelection implements DealSelection {
    private static final String NONE = "none";
    private final Texts texts;
    private final Clock clock;

    ContactSelection(Texts texts, Clock clock) {
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public String parameter() {
        return "contact";
    }

    @Override
    public Condition select(String key, Field<Long> dealId, CurrentUser user) {
        var open = OUTCOME.eq(DealOutcome.OPEN.name());
        if (key.equals(NONE)) {
            return open.and(column("touches", Integer.class).eq(0));
        }
        if (!isDays(key)) {
            return falseCondition();
        }
        var before = clock.instant().minus(Duration.ofDays(Long.parseLong(key))).atOffset(ZoneOffset.UTC);
        var last = coalesce(column("last_contact_at", OffsetDateTime.class), column("opened_at", OffsetDateTime.class));
        return open.and(last.le(before));
    }

    @Override
    public String words(String key, CurrentUser user) {
        if (isDays(key)) {
            return texts.get(user.language(), "deals.contact.silent", Integer.valueOf(key));
        }
        return texts.get(user.language(), key.equals(NONE) ? "deals.contact.none" : "deals.contact.unknown");
    }

    private static boolean isDays(String key) {
        return key.matches("\\d{1,4}");
    }
}
