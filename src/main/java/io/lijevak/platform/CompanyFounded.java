package io.lijevak.platform;

/**
 * The company was set up a moment ago, in the transaction that publishes this event: every module adds the references
 * it starts with, named in the company's language.
 */
public record CompanyFounded(Company company) {}
