package io.lijevak.platform.web;

/** Addresses of inputs: whole ones, or the parameters of another number of the same report. */
record ReckoningAddresses(PageLink self) {
    /** Empty where the input has neither list nor passport. */
    String of(String address) {
        if (address.isEmpty() || address.startsWith("/")) {
            return address;
        }
        var link = self;
        for (var parameter : PageLink.of("?" + address).parameters().entrySet()) {
            link = link.with(parameter.getKey(), parameter.getValue());
        }
        return link.toString();
    }
}
