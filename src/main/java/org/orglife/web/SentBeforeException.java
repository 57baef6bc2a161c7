package org.orglife.web;

import java.io.Serial;

/** A form came with the very contents it was sent with some minutes ago; whoever sent it is asked whether that is meant. */
class SentBeforeException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String address;

    SentBeforeException(String address) {
        super("Sent before: " + address);
        this.address = address;
    }

    /** Page of the record that was made the first time. */
    String address() {
        return address;
    }
}
