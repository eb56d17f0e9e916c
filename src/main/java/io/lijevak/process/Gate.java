package io.lijevak.process;

/** Where requirements are asked: a record at a stage of a version of a deal type. */
public record Gate(Subject subject, DealTypeId type, int stepsVersion, StageId stage) {}
