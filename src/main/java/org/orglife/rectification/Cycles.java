package org.orglife.rectification;

/** Which campaign came before which: a branch is asked what became of what it promised then. */
final class Cycles {

    /**
     * Campaign {@code c} came before campaign {@code now}. The year is what an office calls a season; of one year, what
     * was entered afterwards lies behind what is prepared here.
     */
    static final String EARLIER = """
            (c.state <> 'CANCELLED' and (c.year, case when c.backfilled then 0 else 1 end, c.issued_on, c.id)
              < (now.year, case when now.backfilled then 0 else 1 end, now.issued_on, now.id))
            """;

    private Cycles() {}
}
