package org.orglife.rectification;

import org.orglife.audit.AuditAction;

/** What the trail tells of the ledger. */
public enum RectificationAction implements AuditAction {
    /** Measures were planned or changed. */
    ITEM_PLANNED,
    /** Progress was reported. */
    ITEM_WORKED_ON,
    /** An item was handed in. */
    ITEM_SUBMITTED,
    /** An item was sent back. */
    ITEM_RETURNED,
    /** An item was found solved. */
    ITEM_VERIFIED,
    /** An item was struck off. */
    ITEM_CLOSED,
    /** An item was taken back. */
    ITEM_WITHDRAWN,
    /** An item was merged into another one. */
    ITEM_MERGED,
    /** An item that was struck off was registered again. */
    ITEM_REOPENED,
    /** An item was handed over to another branch. */
    ITEM_TRANSFERRED,
    /** A later date was asked for. */
    EXTENSION_ASKED,
    /** It was agreed to. */
    EXTENSION_GRANTED,
    /** It was not agreed to. */
    EXTENSION_REFUSED,
    /** Files were put beside an item. */
    EVIDENCE_ADDED,
    /** A file was taken away again. */
    EVIDENCE_REMOVED,
    /** A ledger was imported. */
    LEDGER_IMPORTED,
    /** The import of a ledger was undone. */
    LEDGER_IMPORT_UNDONE,
    /** A ledger was exported. */
    LEDGER_EXPORTED,
    /** It was stated that nothing was found in an aspect. */
    ASPECT_CLEAR,
    /** That statement was taken back. */
    ASPECT_NOT_CLEAR,
    /** It was noted which meeting agreed the list. */
    LIST_AGREED,
    /** It was said what became of the cycle before. */
    LAST_CYCLE_SAVED
}
