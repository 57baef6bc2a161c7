package org.orglife.rectification;

import org.orglife.shared.Labelled;

/**
 * Another item that has to do with one.
 *
 * @param branch name of the branch whose item it is
 * @param open whether the caller may open it: that of another branch is for whoever stands above both
 */
public record ItemLink(Kind kind, long id, int number, String text, String branch, boolean open) {

    /** In what way. */
    public enum Kind implements Labelled {
        /** This one was merged into it. */
        MERGED_INTO,
        /** It was merged into this one. */
        MERGED_HERE,
        /** Another branch carries this one on. */
        TRANSFERRED_TO,
        /** Another branch had it before. */
        TRANSFERRED_FROM
    }
}
