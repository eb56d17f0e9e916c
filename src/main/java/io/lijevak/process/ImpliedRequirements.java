package io.lijevak.process;

import java.util.List;

/** Port: what the rules of a deal type demand at a stage beside what is stated there; modules contribute it as beans. */
public interface ImpliedRequirements {
    /** Requirements whose ids are below zero and differ from those of other rules. */
    List<Requirement> at(Gate gate, TypeRules.Rules rules);
}
