package io.lijevak.operations;

import io.lijevak.files.MadeContents;
import io.lijevak.files.MadeContents.Made;
import io.lijevak.files.MadeContents.Text;
import io.lijevak.platform.web.Formats;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Offers, contracts and delivery notes on some deals of the demo company, as small texts; they go with their deals. */
@Component
class DemoDocuments {
    private static final List<String> KINDS = List.of("OFFER", "SIGNED_CONTRACT", "DELIVERY_NOTE");
    /** One of twelve of each kind, in the order of their moments, so that none has a month or a seller of its own. */
    private static final String WHAT = """
            with fitting as (
              select distinct on (d.id, k.kind) k.kind, d.id as deal, greatest(v.entered_at, v.left_at - interval '1 hour') as at
              from demo_record r join deal d on d.id = r.record_id
              join stage_visit v on v.deal_id = d.id and v.entered_at is not null and v.left_at is not null
              join stage s on s.id = v.stage_id
              join (values ('offer', 'OFFER'), ('contract', 'SIGNED_CONTRACT'), ('shipment', 'DELIVERY_NOTE'))
                k (stage, kind) on k.stage = s.predefined
              where r.kind = 'deal' and (v.outcome in ('ADVANCED', 'WON') or v.outcome = 'LOST' and k.kind = 'OFFER')
              order by d.id, k.kind, v.seq),
            placed as (select f.*, row_number() over (partition by kind order by at, deal) as place from fitting f)
            select f.kind, f.deal, d.responsible_id as seller, p.name as seller_name, c.name as customer, d.amount, f.at,
              (select string_agg(trim_scale(l.quantity) || ' × ' || o.name, E'\\n' order by l.position)
               from deal_line l join product o on o.id = l.product_id where l.deal_id = d.id) as lines
            from placed f join deal d on d.id = f.deal join customer c on c.id = d.customer_id
            join person p on p.id = d.responsible_id
            where f.place % 12 = 0 order by f.at, f.deal""";

    private static final String TRAIL = """
            insert into audit_entry (at, person_id, via, subject_kind, subject_id, action, changes)
            select a.attached_at, a.attached_by, 'web', 'deal', a.subject_id, 'fileAttached',
              jsonb_build_object('file', jsonb_build_object('before', null, 'after', a.name))
            from attachment a join demo_record r on r.kind = 'deal' and r.record_id = a.subject_id
            where a.subject_kind = 'deal' order by a.attached_at, a.id""";

    private final JdbcClient jdbc;
    private final DemoRows rows;
    private final MadeContents contents;

    private record Document(
            String kind,
            long deal,
            long seller,
            String sellerName,
            String customer,
            @Nullable BigDecimal amount,
            Instant at,
            @Nullable String lines) {}

    DemoDocuments(JdbcClient jdbc, DemoRows rows, MadeContents contents) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.contents = contents;
    }

    void write(DemoSetting setting) {
        var documents = jdbc.sql(WHAT).query(Document.class).list();
        var titles = titles(setting, documents);
        var texts = new ArrayList<Text>();
        for (var n : DemoRows.upTo(documents.size())) {
            texts.add(new Text(
                    text(setting, documents.get(n), titles.get(n)),
                    documents.get(n).at()));
        }
        var kept = contents.keep(texts);
        rows.write(
                """
                insert into attachment (subject_kind, subject_id, kind, name, media_type, size, hash, attached_by, attached_at)
                values ('deal', ?, ?, ?, ?, ?, ?, ?, ?)""",
                DemoRows.upTo(documents.size()).stream()
                        .map(n -> row(documents.get(n), titles.get(n), kept.get(n)))
                        .toList());
        jdbc.sql(TRAIL).update();
    }

    private static @Nullable Object[] row(Document document, String title, Made made) {
        return new @Nullable Object[] {
            document.deal(),
            document.kind(),
            title + ".txt",
            MadeContents.MEDIA_TYPE,
            made.size(),
            made.hash(),
            document.seller(),
            DemoRows.at(document.at())
        };
    }

    /** "Offer 14-2026": each kind is numbered by year. */
    private static List<String> titles(DemoSetting setting, List<Document> documents) {
        var numbers = new HashMap<String, Integer>();
        return documents.stream()
                .map(document -> {
                    var year =
                            document.at().atZone(setting.company().timeZone()).getYear();
                    var number = numbers.merge(document.kind() + year, 1, Integer::sum);
                    return word(setting, document) + " " + number + "-" + year;
                })
                .toList();
    }

    private static String text(DemoSetting setting, Document document, String title) {
        var company = setting.company();
        var formats = new Formats(company.region(), company.timeZone());
        var parts = setting.words().list("documentParts");
        var total = document.kind().equals("DELIVERY_NOTE") || document.amount() == null
                ? ""
                : "\n%s: %s %s\n".formatted(parts.get(3), formats.decimal(document.amount(), 2), company.currency());
        return """
                %s
                %s

                %s: %s
                %s: %s
                %s: %s

                %s
                """.formatted(
                                company.name(),
                                title,
                                parts.get(0),
                                document.customer(),
                                parts.get(1),
                                formats.date(document.at()),
                                parts.get(2),
                                document.sellerName(),
                                document.lines() == null ? "" : document.lines())
                + total;
    }

    private static String word(DemoSetting setting, Document document) {
        return setting.words().list("documents").get(KINDS.indexOf(document.kind()));
    }
}
