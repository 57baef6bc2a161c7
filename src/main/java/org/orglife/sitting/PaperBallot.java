package org.orglife.sitting;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;
import org.orglife.shared.RuleViolationException;

/** 测评 held on paper, one round of it: sheets given out and taken back. */
@Entity
public class PaperBallot {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @Column(updatable = false)
    private Long branchId;

    @Column(updatable = false)
    private Long itemId;

    @Column(updatable = false)
    private int round;

    @Column(updatable = false)
    private String scrutineer;

    @Column(updatable = false)
    private String teller;

    @Column(updatable = false)
    private int issued;

    @Column(updatable = false)
    private int returned;

    @Column(updatable = false)
    private int invalid;

    @Column(name = "void", updatable = false)
    private boolean isVoid;

    @SuppressWarnings("NullAway.Init")
    protected PaperBallot() {}

    /**
     * A round is over. More sheets back than were given out make it void: it is held again (BR-33).
     *
     * @throws RuleViolationException {@code sitting.ballot.invalid} if more sheets are invalid than came back (BR-34),
     *     {@code sitting.ballot.same-person} if one is both scrutineer and teller
     */
    PaperBallot(AgendaItem item, int round, BallotSheets sheets) {
        if (sheets.issued() < 0 || sheets.returned() < 0 || sheets.invalid() < 0) {
            throw new RuleViolationException("sitting.ballot.numbers");
        }
        if (sheets.invalid() > sheets.returned()) {
            throw new RuleViolationException("sitting.ballot.invalid", sheets.invalid(), sheets.returned());
        }
        if (sheets.scrutineer().equals(sheets.teller())) {
            throw new RuleViolationException("sitting.ballot.same-person", sheets.teller());
        }
        this.itemId = item.getId();
        this.branchId = item.getBranchId();
        this.round = round;
        this.scrutineer = sheets.scrutineer();
        this.teller = sheets.teller();
        this.issued = sheets.issued();
        this.returned = sheets.returned();
        this.invalid = sheets.invalid();
        this.isVoid = sheets.returned() > sheets.issued();
    }

    @SuppressWarnings("NullAway") // set by Hibernate before anybody gets hold of the entity
    public Long getId() {
        return id;
    }

    public Long getBranchId() {
        return branchId;
    }

    public Long getItemId() {
        return itemId;
    }

    /** 1 for the first. */
    public int getRound() {
        return round;
    }

    public String getScrutineer() {
        return scrutineer;
    }

    public String getTeller() {
        return teller;
    }

    public int getIssued() {
        return issued;
    }

    public int getReturned() {
        return returned;
    }

    public int getInvalid() {
        return invalid;
    }

    /** Sheets that count. */
    public int getValid() {
        return returned - invalid;
    }

    /** Whether more sheets came back than were given out, so that nothing of it counts (BR-33). */
    public boolean isVoid() {
        return isVoid;
    }
}
