package io.lijevak.operations;

import io.lijevak.operations.Founding.Beginning;
import io.lijevak.platform.Companies;
import io.lijevak.platform.CompanyFounded;
import io.lijevak.users.PersonId;
import io.lijevak.users.RegisterFirstAdministrator;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Sets an installation up, all or nothing; there is only one first time. */
@Component
public class SetUpCompany {
    private final Companies companies;
    private final RegisterFirstAdministrator administrators;
    private final LoadDemoCompany demo;
    private final FirstToken token;
    private final ApplicationEventPublisher events;

    SetUpCompany(
            Companies companies,
            RegisterFirstAdministrator administrators,
            LoadDemoCompany demo,
            FirstToken token,
            ApplicationEventPublisher events) {
        this.companies = companies;
        this.administrators = administrators;
        this.demo = demo;
        this.token = token;
        this.events = events;
    }

    /** The administrator; problems at {@code name}, {@code email} and {@code password}. */
    @Transactional
    public PersonId with(Founding founding) {
        forgetWhatIsUndone();
        var given = founding.administrator();
        var language = founding.company().language();
        var administrator = administrators.as(given.name(), given.email(), given.password(), language);
        companies.save(founding.company());
        events.publishEvent(new CompanyFounded(founding.company()));
        if (founding.beginning() == Beginning.DEMO) {
            demo.into(founding.company());
        }
        token.give(administrator);
        return administrator;
    }

    private void forgetWhatIsUndone() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                companies.forget();
            }
        });
    }
}
