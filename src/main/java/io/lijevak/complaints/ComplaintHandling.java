package io.lijevak.complaints;

import io.lijevak.platform.Companies;
import io.lijevak.platform.Company;
import io.lijevak.platform.CompanyFounded;
import io.lijevak.platform.web.Texts;
import io.lijevak.process.RecordProcesses;
import io.lijevak.process.RouteModel;
import io.lijevak.process.RouteModel.Flow;
import io.lijevak.process.RouteModel.Kind;
import io.lijevak.process.RouteModel.Node;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The predefined process: receive and confirm, investigate, decide; what is justified is made good and the customer told,
 * what is not is explained, what the customer does not maintain ends. In the company's language, with norms in working
 * days; a company founded before there was such a process gets it at the next start.
 */
@Component
class ComplaintHandling {
    static final String KEY = "complaint-handling";
    private final RecordProcesses processes;
    private final Texts texts;
    private final Companies companies;

    ComplaintHandling(RecordProcesses processes, Texts texts, Companies companies) {
        this.processes = processes;
        this.texts = texts;
        this.companies = companies;
    }

    @EventListener
    void on(CompanyFounded founded) {
        lay(founded.company());
    }

    @EventListener(ApplicationStartedEvent.class)
    void onStart() {
        companies.find().ifPresent(this::lay);
    }

    private void lay(Company company) {
        processes.lay(KEY, text(company, "name"), ComplaintProcess.KIND, route(company));
    }

    private RouteModel route(Company company) {
        return new RouteModel(
                List.of(
                        Node.of("start", Kind.START, ""),
                        point(company, "receive", null, 1),
                        point(company, "investigate", null, 5),
                        point(company, "decide", "role:HEAD_OF_SALES", 2),
                        Node.of("justified", Kind.CHOICE, text(company, "justified")),
                        point(company, "remedy", null, 8),
                        point(company, "tell", "customer", 1),
                        point(company, "explain", "customer", 1),
                        Node.of("settled", Kind.SUCCESS, text(company, "settled")),
                        Node.of("rejected", Kind.FAILURE, text(company, "rejected")),
                        Node.of("withdrawn", Kind.FAILURE, text(company, "withdrawn"))),
                List.of(
                        way("start", "receive", null),
                        way("receive", "investigate", null),
                        way("investigate", "decide", null),
                        way("decide", "justified", null),
                        way("justified", "remedy", "finding = 'justified'"),
                        way("justified", "explain", null),
                        way("justified", "withdrawn", "finding = 'withdrawn'"),
                        way("remedy", "tell", null),
                        way("tell", "settled", null),
                        way("explain", "rejected", null)));
    }

    private Node point(Company company, String id, @Nullable String addressee, int normDays) {
        return new Node(id, Kind.POINT, text(company, id), null, addressee, null, normDays, text(company, id + ".how"));
    }

    private static Flow way(String from, String to, @Nullable String condition) {
        return new Flow(from + "_to_" + to, from, to, condition);
    }

    private String text(Company company, String key) {
        return texts.get(company.language(), "complaints.seed." + key);
    }
}
