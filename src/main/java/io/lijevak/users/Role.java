package io.lijevak.users;

/** What a person is in the company; the rights of each role are rows an administrator may change. */
public enum Role {
    ADMINISTRATOR,
    HEAD_OF_SALES,
    SALES_REP,
    TELEMARKETER,
    MARKETING,
    ACCOUNTANT,
    READER
}
