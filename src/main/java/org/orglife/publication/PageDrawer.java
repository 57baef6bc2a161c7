package org.orglife.publication;

/** Draws the page that everybody may see. Implemented by the pages of this feature. */
public interface PageDrawer {

    /** The whole page, in UTF-8. */
    byte[] draw(PublicationSheet sheet);
}
