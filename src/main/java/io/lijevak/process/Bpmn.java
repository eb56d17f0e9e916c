package io.lijevak.process;

/** Names of BPMN 2.0 that reader and writer share. */
final class Bpmn {
    static final String MODEL = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    static final String DIAGRAM = "http://www.omg.org/spec/BPMN/20100524/DI";
    static final String BOUNDS = "http://www.omg.org/spec/DD/20100524/DC";
    static final String POINTS = "http://www.omg.org/spec/DD/20100524/DI";
    static final String OURS = "urn:lijevak:route";
    static final String SCHEMA = "http://www.w3.org/2001/XMLSchema-instance";
    /** Beginning of the identity of a start event that begins a run in the middle. */
    static final String FROM = "from_";

    private Bpmn() {}

    /** The variable that says which way a choice goes. */
    static String choice(String node) {
        return "choice_" + node;
    }
}
