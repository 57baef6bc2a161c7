package org.orglife.rectification;

import org.orglife.shared.Labelled;

/** How much the printed ledger (F01) shows. */
public enum LedgerVariant implements Labelled {
    /** All columns; an optional one only if anything stands in it. */
    FULL,
    /** The six columns that are pinned up: 序号、存在问题、整改措施、责任人、完成时限、备注. */
    SHORT
}
